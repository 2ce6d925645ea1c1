/** Headers by which the dev server says how a request reached it: the address, and who sent it. */
export const ADDRESS = "x-dev-address";
export const SENDER = "x-dev-sender";
