/** The inbox: lists what /api/messages has, then follows /api/events. */
const $ = (selector, root = document) => root.querySelector(selector);
const messages = new Map();
const time = new Intl.DateTimeFormat(undefined, {
  dateStyle: "medium",
  timeStyle: "medium",
});

async function load() {
  const query = new URLSearchParams({ contains: $("#search").value });
  const found = await (await fetch(`/api/messages?${query}`)).json();
  messages.clear();
  for (const id of ["#sms", "#email"]) $(id).replaceChildren();
  for (const message of found.toReversed()) show(message);
  count();
}

function show(message) {
  const item =
    $(`#${message.channel}-template`).content.cloneNode(true).firstElementChild;
  messages.set(message.id, item);
  $(".to", item).textContent = message.to.join(", ");
  $("time", item).textContent = time.format(new Date(message.at));
  $("time", item).dateTime = message.at;
  $(".source", item).href = `/api/messages/${message.id}/source`;
  status(message);
  if (message.channel === "sms") fillSms(item, message);
  else fillMail(item, message);
  $(`#${message.channel}`).prepend(item);
}

function status({ id, status, errorCode }) {
  const item = messages.get(id);
  if (!item) return;
  $(".status", item).textContent = errorCode
    ? `${status} (${errorCode})`
    : status;
  $(".status", item).className = `status ${status}`;
}

function fillSms(item, { text }) {
  $(".bubble", item).append(...linked(text));
  const code = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
  const button = $(".copy", item);
  button.hidden = !code;
  button.textContent = `Copy ${code}`;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code);
    button.textContent = "Copied";
  });
}

function fillMail(item, message) {
  $(".subject", item).textContent = message.subject || "(no subject)";
  $(".from", item).textContent = `From ${message.from}`;
  $(".attachments", item).append(
    ...message.attachments.map((one, n) => attachment(message.id, one, n)),
  );
  const views = {
    html: () => frame(message.id),
    text: () => pre(message.text),
  };
  const view = (name) => {
    $(".body", item).replaceChildren(views[name]());
    for (const button of item.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === name));
    }
  };
  for (const button of item.querySelectorAll("[data-view]")) {
    button.disabled = button.dataset.view === "html" && message.html === null;
    button.addEventListener("click", () => view(button.dataset.view));
  }
  $("details", item).addEventListener("toggle", (event) => {
    if (event.target.open && !$(".body", item).firstChild) {
      view(message.html === null ? "text" : "html");
    }
  });
}

function frame(id) {
  const frame = document.createElement("iframe");
  frame.title = "HTML of the message";
  frame.sandbox = "allow-popups allow-popups-to-escape-sandbox";
  frame.src = `/api/messages/${id}/html`;
  return frame;
}

function pre(text) {
  const pre = document.createElement("pre");
  pre.append(...linked(text));
  return pre;
}

function attachment(id, { name, type, size }, n) {
  const item = document.createElement("li");
  const path = `/api/messages/${id}/attachments/${n}`;
  const kilobytes = `${Math.max(1, Math.round(size / 1024))} kB`;
  item.append(
    link(path, name),
    ` ${type}, ${kilobytes} · `,
    link(`${path}?download`, "Download"),
  );
  return item;
}

/** The text as nodes, each http(s) address a link that opens in a new tab. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((part, n) =>
    n % 2 ? link(part, part) : part
  );
}

function link(href, text) {
  return Object.assign(document.createElement("a"), {
    href,
    textContent: text,
    target: "_blank",
    rel: "noopener",
  });
}

function count() {
  for (const channel of ["sms", "email"]) {
    $(`#${channel}-count`).textContent = $(`#${channel}`).children.length || "";
  }
}

function follow() {
  const events = new EventSource("/api/events");
  const say = (
    text,
    live,
  ) => ($("#state").textContent = text,
    $("#state").className = live ? "live" : "");
  events.onopen = () => load().then(() => say("Live", true));
  events.onerror = () => say("Not connected, trying again…", false);
  events.onmessage = async ({ data }) => {
    const change = JSON.parse(data);
    if (change.kind === "status") status(change);
    else if (change.kind === "add" && $("#search").value === "") {
      (show(change.message), count());
    } else await load();
  };
}

$("#search").addEventListener("input", load);
$("#clear").addEventListener("click", () => {
  if (confirm("Delete all messages?")) {
    fetch("/api/messages", { method: "DELETE" });
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== $("#search")) {
    (event.preventDefault(), $("#search").focus());
  }
});
follow();
