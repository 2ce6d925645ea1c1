import { HttpError } from "fresh";
import { getLogger } from "@logtape/logtape";
import { FailurePage, wording } from "@/components/FailurePage.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";

const log = getLogger(["econsult", "error"]);

/** Every failure of a page ends here: what happened, what to do, the number of the request; no stack. */
export default define.page(function Failure({ error, state }) {
  const status = error instanceof HttpError ? error.status : 500;
  if (status >= 500) {
    log.error("{status} {error}", {
      requestId: state.requestId,
      status,
      error: describe(error),
    });
  }
  state.title = wording(status, state.texts.failure).title;
  return (
    <FailurePage
      status={status}
      requestId={state.requestId}
      home={paths.home(state.language)}
      texts={state.texts.failure}
    />
  );
});

/** Where it broke, without what people typed: messages of suppliers may quote it, so only ours and the stack's places stay. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = error.stack?.split("\n").filter((line) =>
    line.trimStart().startsWith("at ")
  );
  return [error.name, ...(places ?? []).slice(0, 8).map((line) => line.trim())]
    .join(" | ");
}
