import { Field } from "@/components/ui/Field.tsx";
import { Select } from "@/components/ui/Select.tsx";
import { countries, nearCountries } from "@/domain/countries.ts";
import { countryOptions } from "@/i18n/countries.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import type { Language } from "@/i18n/mod.ts";
import { fieldState, type FormState } from "./form_state.ts";

interface AddressFieldsProps {
  form: FormState;
  language: Language;
  texts: AccountTexts;
}

/** Street, postal code, city and country. */
export function AddressFields({ form, language, texts }: AddressFieldsProps) {
  const far = countries.filter((code) => !nearCountries.includes(code));
  return (
    <>
      <Field
        {...fieldState(form, "street", texts)}
        label={texts.street}
        autocomplete="address-line1"
      />
      <div class="field-row field-row-1-2">
        <Field
          {...fieldState(form, "postal_code", texts)}
          label={texts.postalCode}
          autocomplete="postal-code"
        />
        <Field
          {...fieldState(form, "city", texts)}
          label={texts.city}
          autocomplete="address-level2"
        />
      </div>
      <Select
        {...fieldState(form, "country", texts)}
        value={form.typed.country ?? "LU"}
        label={texts.country}
        autocomplete="country"
        options={[
          ...countryOptions(nearCountries, language).sort((one, other) =>
            nearCountries.indexOf(one.value) -
            nearCountries.indexOf(other.value)
          ),
          ...countryOptions(far, language),
        ]}
      />
    </>
  );
}
