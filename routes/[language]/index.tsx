import { page } from "fresh";
import { DoctorList } from "@/components/booking/DoctorList.tsx";
import { ButtonLink } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { Hero } from "@/components/Hero.tsx";
import { SearchForm } from "@/components/SearchForm.tsx";
import { define } from "@/define.ts";
import { paths } from "@/domain/paths.ts";
import { type DirectoryDoctor, doctorName } from "@/domain/records.ts";
import { matches } from "@/domain/search.ts";
import { type Language, languageNames, plural, t } from "@/i18n/mod.ts";
import { readDirectory } from "@/services/appointments.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, texts } = ctx.state;
    ctx.state.title = texts.booking.homeTitle;
    const query = (ctx.url.searchParams.get("q") ?? "").trim().slice(0, 100);
    const all = await readDirectory();
    const found = all.filter((doctor) =>
      matches(query, describe(doctor, language))
    );
    return page({
      query,
      suggestions: suggestionsOf(all, language),
      doctors: found.sort(sooner),
    });
  },
});

/** The home page: whom to see, in what language, and when at the earliest. */
export default define.page<typeof handler>(function Home({ data, state }) {
  const { language, texts: { booking: texts } } = state;
  const home = paths.home(language);
  return (
    <div class="stack stack-l">
      <Hero title={texts.homeTitle} lead={texts.homeIntro}>
        <SearchForm
          action={home}
          name="q"
          label={texts.searchLabel}
          hint={texts.searchHint}
          value={data.query}
          submit={texts.searchSubmit}
          suggestions={data.suggestions}
        />
      </Hero>
      <section class="stack" aria-labelledby="doctors">
        <div class="row row-spread">
          <h2 id="doctors">
            {t(
              plural(language, data.doctors.length, {
                one: texts.doctorsFound_one,
                other: texts.doctorsFound_other,
              }),
              { count: data.doctors.length },
            )}
          </h2>
          {data.query !== "" && (
            <ButtonLink kind="quiet" href={home}>{texts.allDoctors}</ButtonLink>
          )}
        </div>
        {data.doctors.length === 0
          ? (
            <EmptyState
              icon="search"
              title={t(texts.noDoctor, { query: data.query })}
            >
              <p>{texts.noDoctorText}</p>
            </EmptyState>
          )
          : (
            <DoctorList
              doctors={data.doctors}
              language={language}
              texts={texts}
            />
          )}
      </section>
      <section class="stack column" aria-labelledby="how">
        <h2 id="how">{texts.howTitle}</h2>
        <ol>
          <li>{texts.how1}</li>
          <li>{texts.how2}</li>
          <li>{texts.how3}</li>
          <li>{texts.how4}</li>
        </ol>
      </section>
    </div>
  );
});

function describe(doctor: DirectoryDoctor, language: Language): string {
  // Languages in their own words and specialties in all languages: people mix them.
  return [
    doctorName(doctor),
    ...Object.values(doctor.specialty),
    doctor.city,
    ...doctor.languages.map((spoken) => languageNames[spoken]),
    ...doctor.languages.map((spoken) =>
      new Intl.DisplayNames(language === "lb" ? "de" : language, {
        type: "language",
      }).of(spoken)
    ),
  ].join(" ");
}

function suggestionsOf(
  doctors: readonly DirectoryDoctor[],
  language: Language,
): string[] {
  const specialties = doctors.map((doctor) => doctor.specialty[language]);
  return [...doctors.map(doctorName), ...new Set(specialties)];
}

/** Who is free now comes first, then whoever has the earliest slot. */
function sooner(a: DirectoryDoctor, b: DirectoryDoctor): number {
  return Number(b.free_now) - Number(a.free_now) ||
    (a.next_free_at ?? "9").localeCompare(b.next_free_at ?? "9");
}
