/** The fields of the sign-up form, named as in the database. */
export const signUpFields = [
  "matricule",
  "first_name",
  "last_name",
  "email",
  "phone",
  "street",
  "postal_code",
  "city",
  "country",
] as const;

/** A field of the sign-up form. */
export type SignUpField = (typeof signUpFields)[number];

/** The part of it that the person may change later. */
export const addressFields = [
  "street",
  "postal_code",
  "city",
  "country",
] as const;

/** A field of the postal address. */
export type AddressField = (typeof addressFields)[number];

/** A postal address as it is kept; `country` is ISO 3166-1 alpha-2. */
export type Address = Record<AddressField, string>;

/** Maximum length of each answer, in characters. Mirrored in SQL: the checks of public.patients; e-mail: RFC 5321. */
export const maxLengths: Readonly<Record<SignUpField, number>> = {
  matricule: 30,
  first_name: 100,
  last_name: 100,
  email: 254,
  phone: 40,
  street: 200,
  postal_code: 20,
  city: 100,
  country: 2,
};
