/**
 * A number (E.164) as a page may show it: country and last two digits, `+352 *** *56`. Enough for the owner
 * to know it, too little for anybody else. The country code is the part that `countryCode` says, such as `352`;
 * without one only the last two digits show.
 */
export function maskPhone(phone: string, countryCode?: string): string {
  const digits = phone.replace(/\D/g, "");
  const country = countryCode ?? (digits.startsWith("352") ? "352" : "");
  const start = country !== "" && digits.startsWith(country)
    ? `+${country} `
    : "+";
  return `${start}*** *${digits.slice(-2)}`;
}

/** `tel:` with what a phone can dial: "+ (352) 27 12 50 18 33" has spaces and brackets. */
export function phoneLink(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, "")}`;
}
