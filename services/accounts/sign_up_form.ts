import { countries } from "@/domain/countries.ts";
import { parseMatricule } from "@/domain/matricule.ts";
import {
  type Address,
  type AddressField,
  addressFields,
  maxLengths,
  type SignUpField,
  signUpFields,
} from "@/domain/sign_up.ts";
import { isBlank, normalizeLine } from "@/domain/text.ts";
import type { AccountTexts } from "@/i18n/fr/account.ts";
import { parseEmailAddress } from "./email_address.ts";
import { parseName } from "./names.ts";
import { parsePhone } from "./phone.ts";

/** The key of the text that says what is wrong with a field and what to do. */
export type FieldProblem = keyof AccountTexts;

/** What was typed, and either what it means or what is wrong with it. */
export type FormResult<Field extends string, Good> =
  & { typed: Record<Field, string> }
  & (
    | { good: Good; problems?: undefined }
    | { good?: undefined; problems: Partial<Record<Field, FieldProblem>> }
  );

/** A sign-up whose every field is well-formed: matricule as digits, phone E.164, country ISO 3166-1. */
export type SignUp = Record<SignUpField, string>;

const missing: Readonly<Record<SignUpField, FieldProblem>> = {
  matricule: "matriculeMissing",
  first_name: "nameWrong",
  last_name: "lastNameMissing",
  email: "emailMissing",
  phone: "phoneMissing",
  street: "streetMissing",
  postal_code: "postalCodeMissing",
  city: "cityMissing",
  country: "countryMissing",
};

/** How a field is read once it is there and not too long; plain text unless named here. */
const readers: Partial<Record<SignUpField, typeof readMatricule>> = {
  matricule: readMatricule,
  first_name: readName,
  last_name: readName,
  email: readEmail,
  phone: readPhone,
  country: readCountry,
};

type Read = { value: string } | { problem: FieldProblem };

/** Reads the sign-up form; every field that is wrong is named at once. */
export function readSignUpForm(
  form: FormData,
): FormResult<SignUpField, SignUp> {
  return readFields(form, signUpFields);
}

/** Reads the postal address of the profile. */
export function readAddressForm(
  form: FormData,
): FormResult<AddressField, Address> {
  return readFields(form, addressFields);
}

/** Reads the form that asks for an address to send a link to. */
export function readEmailForm(
  form: FormData,
): FormResult<"email", { email: string }> {
  return readFields(form, ["email"]);
}

/** Reads the form that asks for another number. */
export function readPhoneForm(
  form: FormData,
): FormResult<"phone", { phone: string }> {
  return readFields(form, ["phone"]);
}

function readFields<Field extends SignUpField>(
  form: FormData,
  fields: readonly Field[],
): FormResult<Field, Record<Field, string>> {
  const reads = fields.map((field) => {
    const text = readLine(form, field);
    return { field, text, ...readField(field, text) };
  });
  const typed = record(reads.map(({ field, text }) => [field, text]));
  const wrong = reads.flatMap((read): [Field, FieldProblem][] =>
    "problem" in read ? [[read.field, read.problem]] : []
  );
  if (wrong.length > 0) return { typed, problems: record(wrong) };
  const good = reads.map((read): [Field, string] => [
    read.field,
    "value" in read ? read.value : "",
  ]);
  return { typed, good: record(good) };
}

function record<Key extends string, Value>(
  entries: readonly (readonly [Key, Value])[],
): Record<Key, Value> {
  // Object.fromEntries forgets which keys there are.
  return Object.fromEntries(entries) as Record<Key, Value>;
}

function readField(field: SignUpField, text: string): Read {
  if (text === "" && field === "first_name") return { value: "" };
  if (isBlank(text)) return { problem: missing[field] };
  if (text.length > maxLengths[field]) return { problem: "tooLong" };
  return readers[field]?.(text) ?? { value: text };
}

/** A field of one line as {@link normalizeLine} keeps it; a file in its place is no answer. */
export function readLine(form: FormData, field: string): string {
  const entry = form.get(field);
  return typeof entry === "string" ? normalizeLine(entry) : "";
}

/** The text for each way in which a matricule can be wrong. */
export const matriculeProblems = {
  length: "matriculeLength",
  date: "matriculeDate",
  future: "matriculeFuture",
  luhn: "matriculeLuhn",
  verhoeff: "matriculeVerhoeff",
} as const satisfies Record<string, FieldProblem>;

function readMatricule(text: string): Read {
  const result = parseMatricule(text);
  return result.error === undefined
    ? { value: result.matricule }
    : { problem: matriculeProblems[result.error] };
}

function readName(text: string): Read {
  const name = parseName(text);
  return name === null ? { problem: "nameWrong" } : { value: name };
}

function readEmail(text: string): Read {
  const result = parseEmailAddress(text);
  if (result.error === undefined) return { value: result.email };
  return {
    problem: result.error === "accents" ? "emailAccents" : "emailWrong",
  };
}

function readPhone(text: string): Read {
  const result = parsePhone(text);
  if (result.error === undefined) return { value: result.phone };
  return {
    problem: result.error === "phone_not_mobile"
      ? "phoneNotMobile"
      : "phoneWrong",
  };
}

function readCountry(text: string): Read {
  const code = text.toUpperCase();
  return countries.some((country) => country === code)
    ? { value: code }
    : { problem: "countryMissing" };
}
