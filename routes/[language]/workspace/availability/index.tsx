import { page } from "fresh";
import {
  ExceptionForm,
  ExceptionList,
  HolidayForm,
} from "@/components/practice/ExceptionForms.tsx";
import { FeedForms } from "@/components/practice/FeedForms.tsx";
import {
  HoursFields,
  hoursProblem,
} from "@/components/practice/HoursFields.tsx";
import { OutsideList } from "@/components/practice/OutsideList.tsx";
import { SlotPreview } from "@/components/practice/SlotPreview.tsx";
import { Button, ButtonLink } from "@/components/ui/Button.tsx";
import { ErrorSummary } from "@/components/ui/ErrorSummary.tsx";
import { Field } from "@/components/ui/Field.tsx";
import { Notice } from "@/components/ui/Notice.tsx";
import { define } from "@/define.ts";
import { placeOf } from "@/i18n/format.ts";
import { t } from "@/i18n/mod.ts";
import {
  readOutcome,
  redirectWithOutcome,
} from "@/services/http/form_outcome.ts";
import { readForm } from "@/services/http/form.ts";
import { requireDoctor } from "@/services/http/guard.ts";
import { paths } from "@/domain/paths.ts";
import { settingBounds } from "@/services/practice/agenda_form.ts";
import {
  changeAvailability,
  showAvailability,
} from "@/services/practice/availability.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const person = requireDoctor(ctx);
    const { language, texts: { frame, practice } } = ctx.state;
    const outcome = await readOutcome(ctx.req, person.id);
    const view = await showAvailability(person, outcome, language);
    ctx.state.title = (view.wrong ? frame.errorPrefix : "") +
      practice.availability;
    ctx.state.layout = "workspace";
    const saved = ctx.url.searchParams.get("saved");
    return page({ ...view, saved }, { status: view.wrong ? 422 : 200 });
  },
  POST: async (ctx) => {
    const form = await readForm(ctx.req);
    const person = requireDoctor(ctx, form);
    const { language } = ctx.state;
    const change = await changeAvailability(person, form);
    if (change.saved) {
      return ctx.redirect(paths.availability(language, change.saved), 303);
    }
    const path = paths.availability(language);
    return await redirectWithOutcome(ctx, path, change, person.id);
  },
});

/** When a doctor can be booked: hours, settings, exceptions, what is booked outside, the feed. */
export default define.page<typeof handler>(
  function Availability({ data, state }) {
    const { language, texts: { practice: texts, frame } } = state;
    const { agenda, form, exception, saved } = data;
    const { settings, wrongSettings, problems } = form;
    const settingError = (name: keyof typeof settingBounds) =>
      wrongSettings.includes(name)
        ? t(texts.problemNumber, settingBounds[name])
        : undefined;
    const numbers = [
      ["slot_minutes", texts.slotMinutes],
      ["buffer_minutes", texts.bufferMinutes],
      ["lead_minutes", texts.leadMinutes],
      ["horizon_days", texts.horizonDays],
    ] as const;
    const errors = [
      ...problems.flatMap((problem, place) =>
        problem
          ? [{
            id: `hours-${place}-starts`,
            message: hoursProblem(problem, texts),
          }]
          : []
      ),
      ...numbers.flatMap(([name]) => {
        const message = settingError(name);
        return message ? [{ id: `field-${name}`, message }] : [];
      }),
      ...(exception.wrong
        ? [{ id: "field-day", message: texts.problemPeriod }]
        : []),
    ];
    const shared = {
      agenda,
      language,
      texts,
      optional: frame.optional,
    };
    return (
      <div class="page-grid">
        <div class="page-main stack stack-l">
          <div class="stack">
            <h1>{texts.availability}</h1>
            <p class="soft">
              {t(texts.intro, {
                zone: placeOf(agenda.doctor.time_zone, language),
              })}
            </p>
            {saved && (
              <Notice kind="success" announce>
                <p>{saved === "hours" ? texts.saved : texts.exceptionSaved}</p>
              </Notice>
            )}
            <ErrorSummary title={frame.problem} errors={errors} />
          </div>
          {agenda.outside.length > 0 && <OutsideList {...shared} />}
          <form method="post" class="stack" noValidate>
            <h2>{texts.hoursTitle}</h2>
            <p class="soft">{texts.leaveEmpty}</p>
            <HoursFields
              hours={form.hours}
              problems={problems}
              language={language}
              texts={texts}
            />
            <h2>{texts.settingsTitle}</h2>
            <div class="field-row">
              {numbers.map(([name, label]) => (
                <Field
                  key={name}
                  name={name}
                  label={label}
                  type="number"
                  inputmode="numeric"
                  width={6}
                  value={Number.isNaN(settings[name])
                    ? ""
                    : String(settings[name])}
                  error={settingError(name)}
                />
              ))}
            </div>
            <div class="form-actions row">
              <Button name="intent" value="save">{texts.save}</Button>
              <Button kind="secondary" name="intent" value="preview">
                {texts.previewShow}
              </Button>
            </div>
          </form>
          <section class="stack" aria-labelledby="exceptions">
            <h2 id="exceptions">{texts.exceptionsTitle}</h2>
            <ExceptionList {...shared} />
            <ExceptionForm
              {...shared}
              id={exception.id}
              values={exception.values}
              error={exception.wrong ? texts.problemPeriod : undefined}
            />
          </section>
        </div>
        <aside class="page-aside page-aside-full stack stack-l">
          <section class="stack" aria-labelledby="reasons">
            <h2 id="reasons">{texts.reasons}</h2>
            <p class="soft">{texts.reasonsIntro}</p>
            <ButtonLink kind="secondary" href={paths.reasons(language)}>
              {texts.reasonsManage}
            </ButtonLink>
          </section>
          <section class="stack" aria-labelledby="preview">
            <h2 id="preview">{texts.preview}</h2>
            <SlotPreview
              hours={form.hours}
              settings={settings}
              today={agenda.today}
              language={language}
              texts={texts}
            />
          </section>
          <section class="stack" aria-labelledby="holidays">
            <h2 id="holidays">{texts.holidaysTitle}</h2>
            <HolidayForm {...shared} />
          </section>
          <section class="stack" aria-labelledby="feed">
            <h2 id="feed">{texts.feedTitle}</h2>
            <FeedForms
              since={data.feedSince}
              address={data.feedAddress}
              language={language}
              texts={texts}
            />
          </section>
        </aside>
      </div>
    );
  },
);
