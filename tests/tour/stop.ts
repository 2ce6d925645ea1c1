import type { Page } from "playwright-core";
import type { TestPerson } from "../people.ts";

/** A page in one of its states, ready to be looked at. Look at it before asking for the next stop. */
export interface Stop {
  /** Names the page and its state: `waiting-room-ringing`. */
  name: string;
  page: Page;
  /** A public page, which ships no JavaScript. */
  plain?: true;
}

/** Who walks through the pages; both are signed in already. */
export interface Cast {
  patient: TestPerson;
  patientPage: Page;
  doctor: TestPerson;
  doctorPage: Page;
}
