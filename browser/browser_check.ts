import { isOf2021, loadJitsi } from "./jitsi.ts";

/**
 * Whether calls work in this browser at all, and with the Jitsi deployment's own library: that of 2021 negotiates with
 * today's Firefox again and again, and no picture ever comes. Which one it is can be told once it is loaded only; other
 * browsers need not. Throws when it does not load.
 */
export async function canCallHere(jitsiUrl: string): Promise<boolean> {
  if (!("RTCPeerConnection" in globalThis)) return false;
  // Firefox on iOS has another engine, and another name.
  if (!/\bFirefox\//.test(navigator.userAgent)) return true;
  return !isOf2021(await loadJitsi(jitsiUrl));
}
