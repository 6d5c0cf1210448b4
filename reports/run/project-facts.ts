import type { FullProject, TestCase } from '@playwright/test/reporter';
import { CHECK_IDS, type CheckId } from '../../checks/check-ids.ts';
import { FLAW_CLASSES, type FlawClassId } from '../../checks/flaw-classes.ts';

/**
 * What a project is for: `audit` judges a chatbot, `doctor` says whether it can be judged, `parking` leaves a session to a
 * later run, `proof` shows that the checks judge rightly, `unit` is everything else.
 */
export const PROJECT_KINDS = ['audit', 'doctor', 'parking', 'proof', 'unit'] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** What the metadata of a Playwright project says to the reports. */
export interface ProjectFacts {
  name: string;
  kind: ProjectKind;
  /** The chatbot, as headings name it; the project's own name where the metadata says nothing. */
  target: string;
  /** In a proof: the flaw that is on. Left out where the chatbot is sound. */
  flaw?: string;
  /** In a proof: the checks that the flaw must break. */
  breaks: CheckId[];
  /** In a proof with several flaws on: the projects that would hold each of them alone against the same checks. */
  standsFor?: string[];
}

const isKind = (value: unknown): value is ProjectKind =>
  PROJECT_KINDS.some((kind) => kind === value);
const isCheckId = (value: unknown): value is CheckId => CHECK_IDS.some((id) => id === value);
export const isFlawClass = (value: unknown): value is FlawClassId =>
  typeof value === 'string' && Object.hasOwn(FLAW_CLASSES, value);

export function projectFacts(
  project: Pick<FullProject, 'name' | 'metadata'> | undefined,
): ProjectFacts {
  const name = project?.name ?? '';
  const metadata: Record<string, unknown> = project?.metadata ?? {};
  const { kind, target, flaw, breaks, standsFor } = metadata;
  const declared = Array.isArray(breaks) ? (breaks as unknown[]) : [];
  const unknown = declared.find((id) => !isCheckId(id));
  if (unknown !== undefined) {
    throw new Error(
      `Project ${name} declares an unknown check in metadata.breaks: ${JSON.stringify(unknown)}. Known: ${CHECK_IDS.join(', ')}.`,
    );
  }
  return {
    name,
    kind: isKind(kind) ? kind : 'unit',
    target: typeof target === 'string' ? target : name,
    ...(typeof flaw === 'string' ? { flaw } : {}),
    breaks: declared.filter(isCheckId),
    ...(Array.isArray(standsFor) ? { standsFor: standsFor.map(String) } : {}),
  };
}

/** The class that a test's tag names, for example `@revocation`. */
export function taggedClass(test: Pick<TestCase, 'tags'>): FlawClassId | undefined {
  return test.tags.map((tag) => tag.replace(/^@/, '')).find(isFlawClass);
}
