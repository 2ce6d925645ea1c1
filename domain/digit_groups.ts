/** A matricule in groups, as it stands on the card: `1951 0314 226 84`. */
export function groupedMatricule(matricule: string): string {
  return matricule.replace(/^(\d{4})(\d{4})(\d{3})(\d{2})$/, "$1 $2 $3 $4");
}

/** A number (E.164) to dial by hand: a mobile of Luxembourg as `+352 621 123 456`, any other as it is. */
export function groupedPhone(phone: string): string {
  return phone.replace(/^(\+352)(\d{3})(\d{3})(\d{3})$/, "$1 $2 $3 $4");
}
