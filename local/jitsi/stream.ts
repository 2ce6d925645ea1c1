import type { Deployment } from "./deployment.ts";
import type { Session, Wire } from "./session.ts";
import { result } from "./stanza.ts";
import { type Claims, TokenError, verifyToken } from "./token.ts";
import { child, type Element, type Markup, markup, parse } from "./xml.ts";

const FRAMING = "urn:ietf:params:xml:ns:xmpp-framing";
const SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
const BIND = "urn:ietf:params:xml:ns:xmpp-bind";
const SM = "urn:xmpp:sm:3";
const MAX_FRAME = 256 * 1024;
const BURST_SECONDS = 10;
const SIGN_IN_MS = 15_000;

/**
 * One WebSocket's XMPP stream (RFC 7395): open, SASL, open, bind or resume, then stanzas.
 * Whatever breaks a rule ends the stream with an error that names it.
 */
export class Stream {
  #claims: Claims | undefined;
  #session: Session | undefined;
  #over = false;
  #spent = 0;
  #since = Date.now();
  #queue = Promise.resolve();
  #late = setTimeout(() => this.#fail("connection-timeout"), SIGN_IN_MS);

  constructor(
    private deployment: Deployment,
    private wire: Wire,
    private token: string | null,
  ) {}

  /** Takes one frame; frames are handled one after another. */
  receive(frame: unknown): void {
    if (this.#over) return;
    if (this.#tooMany()) {
      return this.#fail("policy-violation", "too many frames");
    }
    if (typeof frame !== "string" || frame.length > MAX_FRAME) {
      return this.#fail("policy-violation", "frame too large");
    }
    this.#queue = this.#queue.then(() => this.#handle(frame)).catch((error) => {
      console.error(`jitsi: ${error}`);
      this.#fail("internal-server-error");
    });
  }

  /** The socket closed; without a `<close/>` before, the session is held. */
  lost(): void {
    this.#over = true;
    clearTimeout(this.#late);
    this.#session?.lost(this.wire);
  }

  async #handle(text: string): Promise<void> {
    if (this.#over) return;
    let frame: Element;
    try {
      frame = parse(text);
    } catch {
      return this.#fail("not-well-formed");
    }
    if (frame.ns === FRAMING && frame.name === "open") return this.#open();
    if (frame.ns === FRAMING && frame.name === "close") return this.#close();
    if (frame.ns === SASL && !this.#claims) {
      return await this.#authenticate(frame);
    }
    if (!this.#claims) return this.#fail("not-authorized");
    if (frame.ns === SM) return this.#manage(frame, this.#claims);
    if (!this.#session) return this.#bind(frame, this.#claims);
    if (
      frame.ns !== "jabber:client" ||
      !/^(iq|message|presence)$/.test(frame.name)
    ) {
      return this.#fail("unsupported-stanza-type");
    }
    if (!this.#session.speaksOver(this.wire)) return;
    this.#session.received();
    await this.deployment.route(this.#session, frame);
  }

  #open() {
    const { domain } = this.deployment.config;
    const id = crypto.randomUUID();
    this.wire.send(markup`<open xmlns="${FRAMING}" from="${domain}" id="${id}"
      version="1.0" xml:lang="en"/>`);
    const offered = this.#claims
      ? markup`<bind xmlns="${BIND}"/><sm xmlns="${SM}"/>
        <session xmlns="urn:ietf:params:xml:ns:xmpp-session"><optional/></session>`
      : markup`<mechanisms xmlns="${SASL}"><mechanism>ANONYMOUS</mechanism></mechanisms>`;
    this.wire.send(markup`<stream:features xmlns="jabber:client"
      xmlns:stream="http://etherx.jabber.org/streams">${offered}</stream:features>`);
  }

  async #authenticate({ name, attrs }: Element) {
    if (name !== "auth" || attrs.mechanism !== "ANONYMOUS") {
      return this.wire.send(
        markup`<failure xmlns="${SASL}"><invalid-mechanism/></failure>`,
      );
    }
    try {
      this.#claims = await verifyToken(this.token, this.deployment.config);
      this.wire.send(markup`<success xmlns="${SASL}"/>`);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      this.wire.send(markup`<failure xmlns="${SASL}"><not-allowed/>
        <text>${error.message}</text></failure>`);
    }
  }

  #bind(frame: Element, claims: Claims) {
    const asked = frame.name === "iq" && child(frame, "bind", BIND);
    if (!asked) return this.#fail("not-authorized");
    const session = this.deployment.bind(claims, this.wire);
    session.send(result(
      frame,
      markup`<bind xmlns="${BIND}"><jid>${session.jid}</jid></bind>`,
    ));
    this.#adopt(session);
  }

  #manage(frame: Element, claims: Claims) {
    if (this.#session?.manage(frame)) return;
    if (this.#session) {
      return this.#fail("undefined-condition", "stream management");
    }
    const held = this.deployment.resumable(frame.attrs.previd, claims);
    if (frame.name === "resume" && held?.resume(this.wire, frame.attrs.h)) {
      held.claims = claims;
      return this.#adopt(held);
    }
    const ns = "urn:ietf:params:xml:ns:xmpp-stanzas";
    this.wire.send(
      markup`<failed xmlns="${SM}"><item-not-found xmlns="${ns}"/></failed>`,
    );
  }

  #adopt(session: Session) {
    clearTimeout(this.#late);
    this.#session = session;
  }

  #close() {
    this.#over = true;
    clearTimeout(this.#late);
    this.wire.send(markup`<close xmlns="${FRAMING}"/>`);
    this.#session?.end();
    this.wire.close();
  }

  #fail(condition: string, text?: string) {
    const ns = "urn:ietf:params:xml:ns:xmpp-streams";
    const why: Markup | undefined = text
      ? markup`<text xmlns="${ns}">${text}</text>`
      : undefined;
    this.wire.send(markup`<stream:error
      xmlns:stream="http://etherx.jabber.org/streams">
      <${condition} xmlns="${ns}"/>${why}</stream:error>`);
    this.#close();
  }

  /** A bucket of ten seconds' frames that empties at the allowed rate. */
  #tooMany(): boolean {
    const rate = this.deployment.config.framesPerSecond;
    const passed = (Date.now() - this.#since) / 1000;
    this.#since += passed * 1000;
    this.#spent = Math.max(0, this.#spent - passed * rate) + 1;
    return this.#spent > rate * BURST_SECONDS;
  }
}
