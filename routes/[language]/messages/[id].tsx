import { type Context, page } from "fresh";
import { CloseThreadCard } from "@/components/messages/CloseThreadCard.tsx";
import { FoundMessages } from "@/components/messages/FoundMessages.tsx";
import { forPatient, otherName } from "@/components/messages/names.ts";
import { ThreadNotices } from "@/components/messages/ThreadNotices.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { Card } from "@/components/ui/Card.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define, type State } from "@/define.ts";
import { refusalText } from "@/domain/errors.ts";
import { ATTACHMENT_MAX } from "@/domain/attachments.ts";
import { paths } from "@/domain/paths.ts";
import { env } from "@/env.ts";
import { fileTexts } from "@/i18n/attachments.ts";
import { MessageThread } from "@/islands/MessageThread.tsx";
import { sendFormAttachment } from "@/services/attachments/send.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { LONGEST_FORM, readForm } from "@/services/http/form.ts";
import { requirePerson } from "@/services/http/guard.ts";
import { Problem } from "@/services/http/problem.ts";
import type { Person } from "@/services/auth/session.ts";
import { readFormFile, readMessageForm } from "@/services/threads/form.ts";
import {
  markRead,
  readMessages,
  writeFormMessage,
} from "@/services/threads/messages.ts";
import {
  closeThread,
  readConsultations,
  readThread,
  reopenThread,
} from "@/services/threads/threads.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const { id } = ctx.params;
    const search = ctx.url.searchParams.get("q")?.trim().slice(0, 100) || null;
    const [thread, messages, consultations, outcome] = await Promise.all([
      readThread(person, id),
      readMessages(person, id, search ?? undefined),
      search === null ? readConsultations(person, id) : [],
      readOutcome(ctx.req, person.id),
    ]);
    const { state } = ctx;
    if (search === null) {
      if (messages.some((one) => one.author !== thread.me && !one.read_at)) {
        await markRead(person, id);
      }
      state.unread = thread.unread_elsewhere;
    }
    const { frame } = state.texts;
    state.title = `${outcome ? frame.errorPrefix : ""}${frame.messages}, ${
      otherName(thread, state.language)
    }`;
    return page(
      { thread, messages, consultations, search, outcome },
      { status: outcome ? 422 : 200 },
    );
  },
  POST: async (ctx) => {
    // Nobody fills our memory with files who is not signed in.
    const room = ctx.state.person === null ? 0 : ATTACHMENT_MAX;
    const form = await readForm(ctx.req, room + LONGEST_FORM);
    const person = requirePerson(ctx, form);
    const { id } = ctx.params;
    const path = paths.thread(ctx.state.language, id ?? "");
    const what = form.get("form");
    try {
      if (what === "close") {
        await closeThread(person, id, String(form.get("reason") ?? ""));
      } else if (what === "reopen") {
        await reopenThread(person, id);
      } else {
        const file = readFormFile(form);
        const message = readMessageForm(form);
        if (!("problem" in message)) {
          await writeFormMessage(person, id, message);
          form.delete("message"); // it is sent, also when its file is not
        } else if (!(file && message.problem === "missing")) {
          return await refuse(ctx, person, form, message.problem);
        }
        if (file) await sendFormAttachment(person, id, file.id, file.file);
      }
    } catch (error) {
      if (!(error instanceof Problem) || !isTold(error)) throw error;
      return await refuse(ctx, person, form, error.key);
    }
    return ctx.redirect(`${path}#chat-message`, 303);
  },
});

/** Refusals that the page tells beside what was typed; the others have pages of their own. */
function isTold({ status }: Problem): boolean {
  return [400, 409, 413, 422, 429].includes(status);
}

async function refuse(
  ctx: Context<State>,
  { id }: Person,
  form: FormData,
  failure: string,
) {
  const path = paths.thread(ctx.state.language, ctx.params.id ?? "");
  return await redirectWithOutcome(ctx, path, {
    typed: { message: String(form.get("message") ?? "") },
    failure,
  }, id);
}

/** One thread: all that was said, the consultations between, and a form to write. */
export default define.page<typeof handler>(
  function Thread({ data, state: { language, texts } }) {
    const { thread, messages, consultations, search, outcome } = data;
    const { errors, consultation: chat, frame } = texts;
    const name = otherName(thread, language);
    const patient = forPatient(thread, texts.messages);
    const path = paths.thread(language, thread.id);
    const failure = outcome?.failure;
    return (
      <div class="page-main">
        <div class="stack stack-s">
          <p>
            <a href={paths.threads(language)}>{texts.messages.backToList}</a>
          </p>
          <h1 dir="auto">{name}</h1>
          {patient && <p class="lead" dir="auto">{patient}</p>}
        </div>
        {failure && failure !== "reason_missing" && (
          <Notice kind="error" title={texts.messages.notSent} announce>
            <p>
              {failure === "missing"
                ? texts.messages.bodyMissing
                : failure === "too_long"
                ? texts.messages.bodyTooLong
                : refusalText(failure, errors, errors.unavailable)}
            </p>
          </Notice>
        )}
        <div class="page-grid">
          <div class="page-main thread">
            <ThreadNotices
              thread={thread}
              language={language}
              texts={texts.messages}
            />
            {search === null
              ? (
                <MessageThread
                  id={thread.id}
                  messages={messages}
                  consultations={consultations}
                  title={frame.messages}
                  me={thread.me}
                  otherName={name}
                  zone={thread.doctor.time_zone}
                  mayWrite={thread.may_write}
                  messageId={crypto.randomUUID()}
                  fileId={crypto.randomUUID()}
                  files={fileTexts(texts)}
                  typed={outcome?.typed.message ?? ""}
                  access={{
                    url: env().SUPABASE_URL,
                    publishableKey: env().SUPABASE_PUBLISHABLE_KEY,
                  }}
                  language={language}
                  texts={{
                    consultation: texts.messages.consultation,
                    consultationComing: texts.messages.consultationComing,
                    you: chat.you,
                    chatEmpty: chat.chatEmpty,
                    chatMessage: chat.chatMessage,
                    chatPlaceholder: chat.chatPlaceholder,
                    chatSend: chat.chatSend,
                    chatSending: chat.chatSending,
                    chatSent: chat.chatSent,
                    chatFailed: chat.chatFailed,
                    chatRead: chat.chatRead,
                    chatRetry: chat.chatRetry,
                    chatTyping: chat.chatTyping,
                  }}
                />
              )
              : (
                <FoundMessages
                  messages={messages}
                  search={search}
                  thread={thread}
                  language={language}
                  texts={texts}
                />
              )}
            {search === null && messages.length >= 200 && (
              <p class="soft small">{texts.messages.earlier}</p>
            )}
          </div>
          <aside class="page-aside no-print" aria-label={texts.messages.search}>
            <Card>
              <form class="form" method="get" action={path} role="search">
                <Field
                  name="q"
                  type="search"
                  label={texts.messages.search}
                  required={false}
                  value={search ?? ""}
                />
                <div class="form-actions">
                  <Button kind="secondary" icon="search">{frame.search}</Button>
                </div>
              </form>
            </Card>
            {thread.me === "doctor" && (
              <CloseThreadCard
                thread={thread}
                error={failure === "reason_missing"
                  ? errors.reason_missing
                  : undefined}
                language={language}
                texts={texts}
              />
            )}
          </aside>
        </div>
      </div>
    );
  },
);
