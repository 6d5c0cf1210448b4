import { useEffect, useState } from 'preact/hooks';
import { isAbort, problemText } from '../api/failures.ts';
import { searchConversations } from '../api/conversations.ts';
import { followLink } from '../router.ts';
import type { SearchResult } from '../wire.ts';
import { Icon } from './icons.tsx';
import { Problem } from './problem.tsx';

/** Milliseconds without a keystroke after which the server is asked. */
const DELAY = 200;

interface SearchState {
  words: string;
  setWords: (words: string) => void;
  /** Something is looked for: the results stand in the list's place. */
  active: boolean;
  /** `null` while the server has not answered. */
  results: SearchResult[] | null;
  problem: string | null;
}

export function useSearch(): SearchState {
  const [words, setWords] = useState('');
  const [results, setResults] = useState<SearchResult[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const query = words.trim();

  useEffect(() => {
    setResults(null);
    setProblem(null);
    if (query === '') return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      searchConversations(query, controller.signal).then(setResults, (error: unknown) => {
        if (!isAbort(error)) setProblem(problemText(error));
      });
    }, DELAY);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query]);

  return { words, setWords, active: query !== '', results, problem };
}

/** The search box and what was found. */
export function Search({ search }: { search: SearchState }) {
  const { words, setWords, active, results, problem } = search;
  return (
    <>
      <form class="search" role="search" onSubmit={(event) => event.preventDefault()}>
        <Icon name="search" />
        <input
          type="search"
          aria-label="Search conversations"
          placeholder="Search"
          autocomplete="off"
          maxLength={200}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || words === '') return;
            event.stopPropagation();
            setWords('');
          }}
        />
      </form>
      <p class="visually-hidden" role="status">
        {active && results ? countOf(results.length) : ''}
      </p>
      {active && (
        <div class="sidebar-list">
          <Problem text={problem} />
          {results?.length === 0 && <p class="list-note">Nothing found for “{words.trim()}”.</p>}
          {results && results.length > 0 && (
            <ul class="list" aria-label="Search results">
              {results.map((result) => (
                <li key={result.conversationId}>
                  <a class="result" href={`/c/${result.conversationId}`} onClick={followLink}>
                    <span class="result-title">{result.title}</span>
                    <span class="result-excerpt">{result.excerpt}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}

function countOf(results: number): string {
  return results === 1 ? '1 conversation found' : `${results} conversations found`;
}
