import { HttpError, type PageProps } from "fresh";
import { getLogger } from "@logtape/logtape";
import { FailurePage, wording } from "@/components/layout/FailurePage.tsx";
import type { State } from "@/define.ts";
import { paths } from "@/domain/paths.ts";

const log = getLogger(["econsult", "error"]);

/** Every failure of a page ends here: what happened, what to do, the number of the request; no stack. */
export function Failure(
  { error, state }: Pick<PageProps<unknown, State>, "error" | "state">,
) {
  const status = error instanceof HttpError ? error.status : 500;
  if (status >= 500) {
    log.error("{status} {error}", {
      requestId: state.requestId,
      status,
      error,
    });
  }
  state.title = wording(status, state.texts.failure).title;
  return (
    <FailurePage
      status={status}
      requestId={state.requestId}
      home={state.person?.kind === "doctor"
        ? paths.workspace(state.language)
        : paths.home(state.language)}
      texts={state.texts.failure}
    />
  );
}

export default Failure;

/** The page of a failure as an element, for whoever renders it. */
export function failureElement(props: Parameters<typeof Failure>[0]) {
  return <Failure {...props} />;
}
