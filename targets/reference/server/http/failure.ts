import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** A refusal that the person is told, in words. */
export class Failure extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 429,
    message: string,
    /** Seconds after which another attempt makes sense. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export const notSignedIn = () => new Failure(401, 'You are not signed in.');
export const notFound = () => new Failure(404, 'There is nothing here.');

/** The body, or a 400 that names what is wrong with it. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  request: FastifyRequest,
): z.output<Schema> {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  throw new Failure(400, parsed.error.issues.map(({ message }) => message).join(' '));
}

/** Answers with `{ error }`. What is not a refusal of ours is logged, and the person learns nothing of it. */
export function answerFailure(
  error: FastifyError | Failure,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof Failure) {
    if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
    return reply.code(error.status).send({ error: error.message });
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return reply.code(status).send({ error: error.message });
  request.log.error(error);
  return reply.code(500).send({ error: 'Something went wrong on our side.' });
}
