import { LRUCache } from "lru-cache";

/** How long a public answer is used again, in milliseconds: nobody sees a directory older than that. */
const SHARED_MS = 500;

/**
 * Wraps a public read so that everybody who asks the same within half a second gets one answer, computed once, also when
 * two thousand ask at the same moment. A failure is everybody's who waits for it, and is not kept.
 *
 * For what is the same for everyone only: the key is the question, not who asks. No request's signal goes in, since
 * whoever leaves would end the read of all others.
 *
 * @param read computes the answer to a question
 * @param ttl how long an answer is used, in milliseconds
 */
export function sharedRead<Question, Answer extends object>(
  read: (question: Question) => Promise<Answer>,
  ttl = SHARED_MS,
): (question: Question) => Promise<Answer> {
  const answers = new LRUCache<string, Answer, { question: Question }>({
    max: 500,
    ttl,
    // Reads the clock each time instead of keeping it by a timer.
    ttlResolution: 0,
    fetchMethod: (_key, _stale, { context }) => read(context.question),
  });
  return async (question) => {
    const key = JSON.stringify(question) ?? "";
    const answer = await answers.fetch(key, {
      context: { question },
    });
    // Only an aborted fetch gives undefined, and nothing here aborts one.
    if (answer === undefined) throw new Error("a shared read gave no answer");
    return answer;
  };
}
