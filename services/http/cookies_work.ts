import { readCookies } from "./cookies.ts";

/**
 * Whether the browser sends cookies back: every page sets the language's, so whoever posts a form has one. Asked before
 * anything is sent that could only be used with cookies.
 */
export function cookiesWork(request: Request): boolean {
  return Object.keys(readCookies(request)).length > 0;
}
