import { HttpError, page } from "fresh";
import { DescriptionList } from "@/components/ui/DescriptionList.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define } from "@/define.ts";
import { kindName } from "@/i18n/document_names.ts";
import { formatDate } from "@/i18n/format.ts";
import { FileCheck } from "@/islands/FileCheck.tsx";
import { mayTry } from "@/services/auth/limits.ts";
import { verifyCode } from "@/services/documents/verification.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { clientIp, texts } = ctx.state;
    ctx.state.title = texts.documents.verifyTitle;
    if (!await mayTry("verification", { clientIp })) throw new HttpError(429);
    const found = await verifyCode(ctx.params.code ?? "");
    return page({ found }, { status: found ? 200 : 404 });
  },
});

/** Whether a document is genuine; nothing about the patient. */
export default define.page<typeof handler>(
  function Verification({ data: { found }, state }) {
    const { language, title, texts: { documents: texts } } = state;
    if (found === null) {
      return (
        <div class="page-main column">
          <h1>{title}</h1>
          <Notice kind="error" title={texts.verifyUnknown}>
            <p>{texts.verifyUnknownText}</p>
          </Notice>
        </div>
      );
    }
    const verdict = {
      genuine: texts.verifyGenuine,
      corrected: texts.verifyCorrected,
      void: texts.verifyVoid,
    }[found.state];
    const { verifyFile, verifyFileText, verifyFileSame, verifyFileChanged } =
      texts;
    return (
      <div class="page-main column">
        <h1>{title}</h1>
        <Notice
          kind={found.state === "genuine" ? "success" : "warning"}
          title={verdict}
        />
        <DescriptionList
          items={[
            {
              term: texts.verifyKind,
              description: kindName(found.kind, texts),
            },
            { term: texts.verifyNumber, description: found.number },
            {
              term: texts.verifyIssued,
              description: formatDate(
                `${found.issued_on}T12:00:00Z`,
                language,
              ),
            },
            { term: texts.verifyDoctor, description: found.doctor },
          ]}
        />
        {found.sha256.length > 0 && (
          <FileCheck
            issued={found.sha256}
            texts={{
              ...{ verifyFile, verifyFileText },
              ...{ verifyFileSame, verifyFileChanged },
            }}
          />
        )}
      </div>
    );
  },
);
