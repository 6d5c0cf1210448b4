/** How the password is called in evidence. */
export const PASSWORD = 'password';

/**
 * The credentials that count where some of them are exposed: members of a set that is exposed as a whole. One half of a
 * pair, or a user’s number that must go with a cookie, opens nothing by itself.
 *
 * @param sets each of which suffices to be taken for the person; its members by their places, such as `cookie sid`
 * @param exposed the members that were found exposed
 * @param known further members that are no secret
 */
export function exposedMembers(
  sets: readonly (readonly string[])[],
  exposed: readonly string[],
  known: readonly string[] = [],
): Set<string> {
  const open = sets.filter((set) =>
    set.every((member) => exposed.includes(member) || known.includes(member)),
  );
  return new Set(open.flat().filter((member) => exposed.includes(member)));
}
