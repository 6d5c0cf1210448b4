import { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * Says what is wrong with data that people wrote, one line a problem: where, what, and what would be accepted.
 *
 * @param schema what the data was to be; it tells which names an object knows
 */
export function schemaProblems(issues: readonly Issue[], schema: z.ZodType): string[] {
  return issues.flatMap((issue) => problemsOf(issue, [], schema));
}

function problemsOf(issue: Issue, above: readonly PropertyKey[], schema: z.ZodType): string[] {
  const path = [...above, ...issue.path];
  const where = path.length > 0 ? path.map(String).join('.') : 'the whole';
  if (issue.code === 'unrecognized_keys') {
    const known = namesIn(schemaAt(schema, path));
    const may = known.length > 0 ? `; known are ${known.join(', ')}` : '';
    return issue.keys.map((key) => `${where}: “${key}” is not known here${may}`);
  }
  if (issue.code === 'invalid_union') return unionProblems(issue, path, where, schema);
  if (issue.code === 'invalid_value') {
    return [`${where}: must be ${oneOf(issue.values.map((value) => `“${String(value)}”`))}`];
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return [`${where}: is missing; it must be a ${issue.expected}`];
  }
  return [`${where}: ${issue.message}`];
}

/** Of several shapes the one that the writer came nearest to is meant, where one is nearer than the others. */
function unionProblems(
  { errors }: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  where: string,
  schema: z.ZodType,
): string[] {
  const misses = errors.map((issues) => issues.filter(isMiss).length);
  const fewest = Math.min(...misses);
  const [nearest, ...others] = errors.filter((_, index) => misses[index] === fewest);
  if (nearest !== undefined && others.length === 0) {
    return nearest.flatMap((issue) => problemsOf(issue, path, schema));
  }
  const shapes = optionsOf(schemaAt(schema, path)).map((option) => `{ ${shapeOf(option)} }`);
  return [`${where}: must be ${oneOf(shapes)}`];
}

/** A name that is missing or not known says that another shape was meant; a bad value does not. */
const isMiss = (issue: Issue): boolean =>
  issue.code === 'unrecognized_keys' ||
  (issue.path.length === 0 && issue.code === 'invalid_type') ||
  issue.message.endsWith('received undefined');

const oneOf = (values: readonly string[]): string =>
  values.length === 1 ? values.join('') : `one of ${values.join(', ')}`;

const namesIn = (schema: z.core.$ZodType | undefined): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

const optionsOf = (schema: z.core.$ZodType | undefined): readonly z.core.$ZodType[] =>
  schema instanceof z.ZodUnion ? schema.options : [];

const shapeOf = (option: z.core.$ZodType): string =>
  option instanceof z.ZodObject
    ? Object.entries(option.shape)
        .map(([name, field]) => `${name}${field instanceof z.ZodOptional ? '?' : ''}`)
        .join(', ')
    : '…';

/** The schema of one place in the data; nothing where the way leads through a choice of shapes. */
function schemaAt(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): z.core.$ZodType | undefined {
  const inner = withoutWrapping(schema);
  const [step, ...rest] = path;
  if (step === undefined) return inner;
  if (inner instanceof z.ZodArray) return schemaAt(inner.element, rest);
  if (inner instanceof z.ZodUnion) {
    for (const option of inner.options) {
      const found = schemaAt(option, path);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!(inner instanceof z.ZodObject)) return undefined;
  const field = inner.shape[String(step)] as z.core.$ZodType | undefined;
  return field && schemaAt(field, rest);
}

function withoutWrapping(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return withoutWrapping(schema.unwrap());
  }
  return schema;
}
