import { page } from "fresh";
import { MessageSettingsCard } from "@/components/messages/MessageSettingsCard.tsx";
import { ThreadList } from "@/components/messages/ThreadList.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { readForm } from "@/services/http/form.ts";
import { requirePerson } from "@/services/http/guard.ts";
import {
  readMessageSettings,
  readSettingsForm,
  saveMessageSettings,
} from "@/services/threads/settings.ts";
import { listThreads } from "@/services/threads/threads.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requirePerson(ctx);
    const { frame } = ctx.state.texts;
    const [threads, settings, outcome] = await Promise.all([
      listThreads(person),
      readMessageSettings(person),
      readOutcome(ctx.req, person.id),
    ]);
    ctx.state.title = (outcome ? frame.errorPrefix : "") + frame.messages;
    return page(
      {
        threads,
        settings: {
          notice: settings.notice,
          answers_within_days: String(settings.answers_within_days ?? ""),
          away_from: settings.away_from ?? "",
          away_until: settings.away_until ?? "",
          ...outcome?.typed,
        },
        wrong: outcome !== null,
        isDoctor: person.kind === "doctor",
      },
      { status: outcome ? 422 : 200 },
    );
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requirePerson(ctx, form);
    const { language } = ctx.state;
    const settings = readSettingsForm(form);
    if (settings) {
      await saveMessageSettings(person, settings);
      return ctx.redirect(paths.threads(language, "yes"), 303);
    }
    const path = paths.threads(language);
    const typed = Object.fromEntries(
      ["notice", "answers_within_days", "away_from", "away_until"].map((
        name,
      ) => [name, String(form.get(name) ?? "")]),
    );
    return await redirectWithOutcome(ctx, path, { typed }, person.id);
  },
});

/** Messages: every thread with its last line, and when an e-mail tells of unread ones. */
export default define.page<typeof handler>(
  function Messages({ data, state, url }) {
    const { language, texts } = state;
    const { messages, frame } = texts;
    const { threads, isDoctor, wrong } = data;
    return (
      <div class="page-main">
        <div class="stack stack-s">
          <h1>{frame.messages}</h1>
          <p class="lead">
            {isDoctor ? messages.listTextDoctor : messages.listText}
          </p>
        </div>
        {url.searchParams.get("saved") === "yes" && !wrong && (
          <Notice kind="success" announce>
            <p>{messages.settingsSaved}</p>
          </Notice>
        )}
        {wrong && (
          <Notice kind="error" title={frame.problem} announce>
            <p>{messages.settingsWrong}</p>
          </Notice>
        )}
        <div class="page-grid">
          <div class="page-main">
            {threads.length > 0
              ? (
                <ThreadList
                  threads={threads}
                  now={new Date().toISOString()}
                  language={language}
                  texts={messages}
                />
              )
              : (
                <EmptyState icon="chat" title={messages.empty}>
                  <p>
                    {isDoctor ? messages.emptyTextDoctor : messages.emptyText}
                  </p>
                </EmptyState>
              )}
          </div>
          <aside class="page-aside" aria-label={messages.settingsTitle}>
            <MessageSettingsCard
              settings={data.settings}
              isDoctor={isDoctor}
              error={wrong ? messages.settingsWrong : undefined}
              language={language}
              texts={texts}
            />
          </aside>
        </div>
      </div>
    );
  },
);
