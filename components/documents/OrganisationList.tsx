import type { Organisation } from "@/domain/document_records.ts";
import type { DocumentTexts } from "@/i18n/document_names.ts";
import { Badge } from "@/components/ui/Badge.tsx";
import { Button } from "@/components/ui/Button.tsx";
import { EmptyState } from "@/components/ui/EmptyState.tsx";
import { SearchForm } from "@/components/ui/SearchForm.tsx";

interface OrganisationListProps {
  found: readonly Organisation[];
  /** The id of the one that is chosen now. */
  current: string | undefined;
  /** Where the search leads, by GET; a choice is posted to the page itself. */
  action: string;
  search: string;
  /** Id of the dependant for whom it is chosen. */
  patient?: string;
  /** The current one can be chosen, too: a document has not been sent to it yet, or did not arrive. */
  again?: boolean;
  texts: DocumentTexts;
}

/** Pharmacies or laboratories of the directory, to search and to choose from. */
export function OrganisationList(
  { found, current, action, search, patient, again, texts }:
    OrganisationListProps,
) {
  return (
    <>
      <SearchForm
        action={action}
        name="search"
        label={texts.searchOrganisation}
        value={search}
        submit={texts.search}
      >
        {patient && <input type="hidden" name="patient" value={patient} />}
      </SearchForm>
      {found.length === 0
        ? <EmptyState icon="search" title={texts.noOrganisation} />
        : (
          <ul class="panel rows list-plain">
            {found.map(({ id, name, street, postal_code, city }) => (
              <li key={id} class="row row-spread">
                <span dir="auto">
                  <strong>{name}</strong>
                  <br />
                  <span class="soft">{street}, {postal_code} {city}</span>
                </span>
                {id === current && (
                  <Badge kind="action" icon="check">{texts.chosen}</Badge>
                )}
                {(again || id !== current) && (
                  <form method="post">
                    <Button
                      kind="secondary"
                      name="chosen"
                      value={id}
                      aria-label={`${texts.choose}: ${name}, ${city}`}
                    >
                      {texts.choose}
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
    </>
  );
}
