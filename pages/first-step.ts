import type { Step } from '../targets/profile.ts';

/**
 * The steps of a sign-in in two steps up to where the password is asked for; none where name and password go together.
 *
 * What is pressed between the two fields sends the name; before the name, it only leads to the form.
 */
export function firstStepOf(steps: readonly Step[]): Step[] {
  const filled = (what: string): number =>
    steps.findIndex((step) => 'fill' in step && step.with === what);
  const [name, password] = [filled('username'), filled('password')];
  if (name < 0 || password < name) return [];
  const between = steps.slice(name, password);
  return between.some((step) => 'click' in step || 'press' in step) ? steps.slice(0, password) : [];
}
