import { Button } from "@/components/ui/Button.tsx";
import { AfterPage, type AfterProps } from "./AfterPage.tsx";
import { ComingDocuments } from "./ComingDocuments.tsx";

/** The patient left the running consultation, and can come back until the doctor ends it (SPEC 5.6). */
export function CallLeft(
  { onComeBack, ...props }: AfterProps & { onComeBack: () => void },
) {
  const { texts } = props;
  return (
    <AfterPage {...props} title={texts.leftTitle}>
      <div class="notice notice-warning after-notice">
        <div class="notice-words">
          <p class="notice-title">{texts.hungUp}</p>
          <p>{texts.leftText}</p>
          <p>
            <Button type="button" icon="phone" onClick={onComeBack}>
              {texts.comeBack}
            </Button>
          </p>
        </div>
      </div>
      {(props.files || props.record.documents.length > 0) && (
        <ol class="coming panel">
          {props.files}
          <ComingDocuments
            documents={props.record.documents}
            language={props.language}
            texts={props.documents}
          />
        </ol>
      )}
    </AfterPage>
  );
}
