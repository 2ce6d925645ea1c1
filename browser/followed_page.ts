import { CALL_RINGS_FOR } from "@/domain/appointment.ts";
import type { ChannelAccess, Joined } from "./channels.ts";
import { type PageNews, takeParts } from "./page_parts.ts";

/** What comes so soon after each other is read once, in milliseconds: a call changes an appointment twice. */
const GATHER_MS = 150;

/** While nothing is heard the page is read so often, in milliseconds, as long as somebody looks at it. */
const POLL_MS = 10_000;

/** So long after a ring nobody took it by any clock, in milliseconds. */
const GRACE_MS = 1_000;

/** Timeout for the page, in milliseconds. */
const TIMEOUT_MS = 10_000;

interface FollowedPage {
  /** Reads the page's parts again. */
  refresh: () => void;
  stop: () => void;
}

/**
 * Keeps the parts of the open page as the server would send them now: read again whenever an appointment changes on a
 * topic, and after every gap. `onNews` hears what changed.
 */
export function followPage(
  topic: string,
  access: ChannelAccess,
  onNews: (news: PageNews[]) => void,
): FollowedPage {
  let stopped = false;
  let heard = false;
  let reading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missed: ReturnType<typeof setTimeout> | undefined;
  let leave = () => {};

  const refresh = () => {
    clearTimeout(timer);
    timer = setTimeout(read, GATHER_MS);
  };
  const read = async () => {
    if (stopped) return;
    // What came meanwhile may have been too late for the answer that is on its way.
    if (reading) return refresh();
    reading = true;
    try {
      const fresh = await readPage();
      if (!stopped) onNews(takeParts(fresh));
    } catch {
      heard = false;
    } finally {
      reading = false;
    }
  };
  const listen = async () => {
    const { openChannels } = await import("./channels.ts");
    if (stopped) return;
    const channels = openChannels(access);
    leave = () => channels.close();
    return channels.join(topic, {
      onEvent: (event, { state }) => {
        if (event !== "appointment") return;
        refresh();
        clearTimeout(missed);
        // Nobody tells that it rings no more.
        if (state === "calling") {
          missed = setTimeout(refresh, CALL_RINGS_FOR + GRACE_MS);
        }
      },
      onLive: () => {
        heard = true;
        refresh();
      },
      onCut: () => heard = false,
    });
  };
  let joined: Promise<Joined | undefined> = listen();
  joined.catch(() => {});
  const look = () => {
    if (document.visibilityState !== "visible" || heard) return;
    refresh();
    // The network was gone as the script of the channel should have come.
    joined = joined.catch(listen);
    joined.catch(() => {});
  };
  const polls = setInterval(look, POLL_MS);
  document.addEventListener("visibilitychange", look);
  return {
    refresh,
    stop() {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(missed);
      clearInterval(polls);
      document.removeEventListener("visibilitychange", look);
      leave();
    },
  };
}

/** The page as the server has it now. Throws when it has none to give. */
async function readPage(): Promise<Document> {
  const response = await fetch(location.href, {
    headers: { Accept: "text/html" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  // The session is over, or the page is theirs no longer: it says so itself, or leads to signing in and back here.
  if (response.redirected || [403, 404].includes(response.status)) {
    location.reload();
  }
  if (!response.ok) throw new Error(`page ${response.status}`);
  const text = await response.text();
  return new DOMParser().parseFromString(text, "text/html");
}
