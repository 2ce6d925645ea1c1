/** The date of birth that a matricule begins with, `YYYY-MM-DD`. */
export function bornOn(matricule: string): string {
  return `${matricule.slice(0, 4)}-${matricule.slice(4, 6)}-${
    matricule.slice(6, 8)
  }`;
}

/** How many years somebody has lived on a day; both `YYYY-MM-DD`. Who was born on 29 February is older from 1 March. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
