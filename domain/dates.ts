/** Whether a text is a real date written `YYYY-MM-DD`. Postgres has no year 0, so it is refused. */
export function isPlainDate(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, 10) === text;
}

/**
 * The day of an ISO instant in a zone, `YYYY-MM-DD`: near midnight another one than in UTC. Not by Temporal: islands use
 * it, and Safari has none.
 */
export function localDate(instant: string, zone: string): string {
  // The Swedish locale formats dates as ISO 8601.
  return new Date(instant).toLocaleDateString("sv-SE", { timeZone: zone });
}

/** So many days after a day, both `YYYY-MM-DD`; before it when negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
