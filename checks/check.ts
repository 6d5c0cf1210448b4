import type { Judgement, Severity, StandardReference } from './verdict.ts';

/**
 * A property that a chatbot must hold, and how evidence of it is judged.
 *
 * `judge` is pure: plain evidence in, everything that was found out. The texts are read by people in the report.
 */
export interface Check<Evidence> {
  /** The property, as a sentence about the product. */
  title: string;
  severity: Severity;
  standards: StandardReference[];
  /** What usually makes a product fail, and where to look. */
  cause: string;
  /** What it costs the people who use the product. */
  consequence: string;
  fix: string;
  judge: (evidence: Evidence) => Judgement;
}
