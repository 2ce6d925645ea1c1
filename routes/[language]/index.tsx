import { page } from "fresh";
import { DirectoryFilters } from "@/components/booking/DirectoryFilters.tsx";
import { DoctorList } from "@/components/booking/DoctorList.tsx";
import { NowCard } from "@/components/booking/NowCard.tsx";
import { Hero } from "@/components/layout/Hero.tsx";
import { ButtonLink } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { SearchForm } from "@/components/ui/SearchForm.tsx";
import { define } from "@/define.ts";
import {
  directoryParams,
  isNarrowed,
  readDirectorySearch,
} from "@/domain/directory.ts";
import { Spoken } from "@/components/ui/Spoken.tsx";
import { paths } from "@/domain/paths.ts";
import { defaultZone, placeOf } from "@/i18n/format.ts";
import { plural, t } from "@/i18n/mod.ts";
import {
  earliestSlot,
  readFilters,
  searchDoctors,
} from "@/services/directory/directory.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    ctx.state.title = ctx.state.texts.booking.homeTitle;
    ctx.state.isPublic = true;
    const search = readDirectorySearch(ctx.url.searchParams);
    const [found, filters, firstPage] = await Promise.all([
      searchDoctors(search),
      readFilters(null),
      // Shared with the list itself unless that is further on.
      searchDoctors({ ...search, after: undefined }),
    ]);
    const first = earliestSlot(firstPage.doctors);
    return page({ search, filters, first, ...found });
  },
});

/** The home page: whom to see, in what language, and when at the earliest. */
export default define.page<typeof handler>(function Home({ data, state }) {
  const { search, filters, first, doctors, found, next } = data;
  const { language, texts: { booking: texts, directory } } = state;
  const home = paths.home(language);
  const now = new Date().toISOString();
  const narrowed = isNarrowed(search);
  // A search keeps the filters.
  const kept = directoryParams({ ...search, query: "", after: undefined });
  return (
    <>
      <Hero title={texts.homeTitle}>
        <SearchForm
          action={home}
          name="q"
          label={texts.searchLabel}
          example={texts.searchExample}
          value={search.query}
          submit={texts.searchSubmit}
          kind="light"
          suggestions={[
            ...filters.specialties.map(({ name }) => name[language]),
            ...filters.towns,
          ]}
        >
          {Object.entries(kept).map(([name, value]) =>
            value !== undefined && (
              <input key={name} type="hidden" name={name} value={value} />
            )
          )}
        </SearchForm>
        {first && (
          <NowCard
            doctors={doctors.slice(0, 3)}
            title={
              <Spoken
                form="time"
                at={first.startsAt}
                zone={first.doctor.time_zone}
                {...{ now, language }}
                says={texts.freeSoon}
              />
            }
            label={texts.seeNow}
            href={paths.slot(language, first.doctor.slug, first.startsAt)}
          />
        )}
      </Hero>
      <DirectoryFilters
        search={search}
        specialties={filters.specialties}
        language={language}
        texts={directory}
      />
      <section class="section found-section" aria-labelledby="doctors">
        <div class="section-head">
          <h2 id="doctors">
            {t(
              plural(language, found, {
                one: texts.doctorsFound_one,
                other: texts.doctorsFound_other,
              }),
              { count: found },
            )}
          </h2>
          {narrowed
            ? (
              <ButtonLink kind="quiet" href={home}>
                {texts.allDoctors}
              </ButtonLink>
            )
            : (
              <p class="soft small">
                {t(texts.firstFirst, { place: placeOf(defaultZone, language) })}
              </p>
            )}
        </div>
        {doctors.length === 0
          ? (
            <EmptyState
              icon="search"
              title={search.query === ""
                ? directory.nobody
                : t(texts.noDoctor, { query: search.query })}
            >
              <p>{texts.noDoctorText}</p>
            </EmptyState>
          )
          : (
            <DoctorList
              doctors={doctors}
              now={now}
              language={language}
              texts={texts}
            />
          )}
        <div class="row">
          {search.after && (
            <ButtonLink
              kind="quiet"
              href={`${
                paths.home(language, { ...search, after: undefined })
              }#doctors`}
            >
              {directory.fromStart}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink
              kind="secondary"
              href={`${
                paths.home(language, { ...search, after: next })
              }#doctors`}
            >
              {directory.more}
            </ButtonLink>
          )}
        </div>
      </section>
      <section class="section how-section" aria-labelledby="how">
        <h2 id="how">{texts.howTitle}</h2>
        <ol class="how">
          {[texts.how1, texts.how2, texts.how3, texts.how4].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </>
  );
});
