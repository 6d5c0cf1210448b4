import { settings } from '../settings.ts';
import { chat, NEW, setDraft } from '../state/chat.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { contentOf } from './content-of.ts';
import { Heading } from './heading.tsx';
import { Logo } from './icons.tsx';
import { PartialReply, UserMessage } from './message.tsx';
import { Problem } from './problem.tsx';
import { greeting } from './when.ts';

/** What to begin with: what it leads to, and the message. */
const SUGGESTIONS = [
  ['Find your way around', 'Help'],
  ['Tell me a long story', 'Story'],
  ['Compare three harbours', 'Table'],
  ['See what a reply can look like', 'Markdown'],
] as const;

/** What one sees before the first message. */
export function Welcome() {
  const name = useStore(session, ({ user }) => user?.displayName ?? '');
  const beginning = useStore(chat, (state) => state.beginning);
  const problem = useStore(chat, (state) => state.beginningProblem);
  if (beginning !== null) {
    return (
      <div class="log">
        <div class="log-column">
          <UserMessage text={beginning} />
          <PartialReply text="" stopped={false} />
        </div>
      </div>
    );
  }
  return (
    <div class="welcome">
      <div class="welcome-column">
        <Logo />
        <Heading>{greeting(name.split(' ')[0] ?? name)}</Heading>
        <p>What is on your mind?</p>
        <Problem text={problem} />
        <SuggestedQuestion />
        <ul class="suggestions" aria-label="Suggestions">
          {SUGGESTIONS.map(([heading, text]) => (
            <li key={heading}>
              <button type="button" class="suggestion" onClick={() => suggest(text)}>
                <strong>{heading}</strong>
                <span>Write “{text}”</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** What the link by which one came suggests to ask. */
function SuggestedQuestion() {
  const question = new URLSearchParams(location.search).get('suggest');
  if (question === null || question === '') return null;
  return (
    <div class="notice suggested-question">
      <p>The link suggests to ask:</p>
      <blockquote {...contentOf(question, settings.suggestedQuestion)} />
      <button type="button" class="button" onClick={() => suggest(question)}>
        Write it
      </button>
    </div>
  );
}

/** Puts the text into the composer, to be sent or changed. */
function suggest(text: string): void {
  setDraft(NEW, text);
  document.getElementById('message')?.focus();
}
