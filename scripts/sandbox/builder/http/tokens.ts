/** Access by an API key and tokens that expire, in the form of a JWT, as the platform's are. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { refreshLifetime, refusalTypes } from "../guesses.ts";
import { Refusal } from "./refusal.ts";

/** What a token is for. */
type Kind = "access" | "refresh";

/** What the two endpoints of the authentication give. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: "bearer";
  /** Seconds. */
  readonly expires_in: number;
  readonly refresh_token: string;
}

/** How tokens are made. */
export interface TokenOptions {
  readonly apiKey: string;
  readonly signingKey: string;
  readonly customerId: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Seconds an access token is good for. */
  readonly lifetime: number;
}

/** Gives out tokens and checks them. They need no memory: a restart takes none away. */
export class Tokens {
  readonly #options: TokenOptions;

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  /** Tokens for the API key. @throws Refusal for any other */
  forKey(key: string | undefined): TokenAnswer {
    if (key === undefined || !isEqual(key, this.#options.apiKey)) {
      throw new Refusal(401, refusalTypes.unauthorized, "The API key is not known.");
    }
    return this.#answer();
  }

  /** New tokens for a refresh token. @throws Refusal */
  refresh(token: string): TokenAnswer {
    this.#verify(token, "refresh");
    return this.#answer();
  }

  /** @param header `Bearer <access token>` @throws Refusal */
  check(header: string | undefined): void {
    const token = /^Bearer (\S+)$/iu.exec(header ?? "")?.[1];
    if (token === undefined) {
      throw new Refusal(401, refusalTypes.unauthorized, "The request has no access token.");
    }
    this.#verify(token, "access");
  }

  #answer(): TokenAnswer {
    const { lifetime } = this.#options;
    return {
      access_token: this.#make("access", lifetime),
      token_type: "bearer",
      expires_in: lifetime,
      refresh_token: this.#make("refresh", refreshLifetime),
    };
  }

  #make(kind: Kind, lifetime: number): string {
    const { customerId, now } = this.#options;
    const issued = Math.floor(now() / 1000);
    const parts = [
      { alg: "HS256", typ: "JWT" },
      { customer_id: customerId, sub: customerId, kind, iat: issued, exp: issued + lifetime },
    ];
    const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    return `${signed}.${this.#signature(signed)}`;
  }

  #verify(token: string, kind: Kind): void {
    const [header = "", payload = "", signature = ""] = token.split(".");
    if (!isEqual(signature, this.#signature(`${header}.${payload}`))) {
      throw new Refusal(401, refusalTypes.unauthorized, "The token is not one of this account.");
    }
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as { kind: Kind; exp: number };
    if (claims.kind !== kind) {
      throw new Refusal(401, refusalTypes.unauthorized, "The token is of the wrong kind.");
    }
    if (claims.exp * 1000 <= this.#options.now()) {
      throw new Refusal(401, refusalTypes.expired, "The token has expired.");
    }
  }

  #signature(text: string): string {
    return createHmac("sha256", this.#options.signingKey).update(text).digest("base64url");
  }
}

function isEqual(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
