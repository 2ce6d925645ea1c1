import { ALIVE_URL } from "../../constants.ts";

/** The longest pause between two attempts to reach the dev server, in milliseconds. */
const MAX_PAUSE = 2000;

let revision: number | undefined;
let pause = 100;

/** Reloads the page when the dev server has been restarted. */
function connect(): void {
  const url = new URL(ALIVE_URL, location.href);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(url);
  socket.onmessage = ({ data }) => {
    const message: { revision: number } = JSON.parse(data);
    pause = 100;
    if (revision !== undefined && revision !== message.revision) {
      location.reload();
    }
    revision = message.revision;
  };
  socket.onclose = () => {
    setTimeout(connect, pause);
    pause = Math.min(pause * 2, MAX_PAUSE);
  };
}

connect();
addEventListener("message", (event) => {
  // The error page asks to be closed; it is of this origin.
  if (
    event.origin === location.origin && event.data === "close-error-overlay"
  ) {
    document.getElementById("fresh-error-overlay")?.remove();
  }
});
