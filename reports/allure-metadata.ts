import {
  ALLURE_HTTP_EXCHANGE_CONTENT_TYPE,
  ALLURE_HTTP_EXCHANGE_FILE_EXTENSION,
  ALLURE_HTTP_EXCHANGE_SCHEMA_VERSION,
  type HttpExchange,
} from 'allure-js-commons/http';
import { FLAW_CLASSES } from '../checks/flaw-classes.ts';
import type { ExchangeRecord, VerdictRecord } from '../checks/verdict.ts';
import { findingPage } from './allure/finding-page.ts';

/** What Allure shows of one verdict. */
export interface VerdictMetadata {
  /** The finding on one page: outcome, evidence, cause, consequence, fix, standards. */
  descriptionHtml: string;
  /** The audited chatbot. */
  epic: string;
  /** The class of flaws. */
  feature: string;
  severity: VerdictRecord['severity'];
  labels: { name: string; value: string }[];
}

export function describeVerdict(record: VerdictRecord): VerdictMetadata {
  return {
    descriptionHtml: findingPage(record),
    epic: record.target,
    feature: FLAW_CLASSES[record.flawClass].title,
    severity: record.severity,
    labels: [{ name: 'check', value: record.check }],
  };
}

/** An attachment that Allure 3 draws as a request and its response. */
export interface ExchangeAttachment {
  name: string;
  content: string;
  contentType: string;
  fileExtension: string;
  /** Milliseconds since the epoch. */
  timestamp: number;
}

/** The exchanges of the evidence, in the order in which they were made. */
export function httpExchangeAttachments(record: VerdictRecord): ExchangeAttachment[] {
  return record.exchanges.map((exchange) => ({
    name: `${exchange.label} → ${exchange.status === 0 ? 'no answer' : exchange.status}${exchange.canarySeen ? ', canary seen' : ''}`,
    content: JSON.stringify(allureExchange(exchange)),
    contentType: ALLURE_HTTP_EXCHANGE_CONTENT_TYPE,
    fileExtension: ALLURE_HTTP_EXCHANGE_FILE_EXTENSION,
    timestamp: exchange.startedAt,
  }));
}

function allureExchange(exchange: ExchangeRecord): HttpExchange {
  const typeOf = (headers: ExchangeRecord['requestHeaders']): string =>
    headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? 'text/plain';
  return {
    schemaVersion: ALLURE_HTTP_EXCHANGE_SCHEMA_VERSION,
    start: exchange.startedAt,
    stop: exchange.startedAt + exchange.duration,
    request: {
      method: exchange.method,
      url: exchange.url,
      headers: exchange.requestHeaders,
      ...(exchange.requestBody === undefined
        ? {}
        : {
            body: {
              contentType: typeOf(exchange.requestHeaders),
              encoding: 'utf8',
              value: exchange.requestBody,
            },
          }),
    },
    ...(exchange.status === 0
      ? {
          error: { name: 'No answer', message: exchange.error ?? 'The connection gave no answer.' },
        }
      : {
          response: {
            status: exchange.status,
            headers: exchange.responseHeaders,
            ...(exchange.responseExcerpt === undefined
              ? {}
              : {
                  body: {
                    contentType: typeOf(exchange.responseHeaders),
                    encoding: 'utf8',
                    value: exchange.responseExcerpt,
                    truncated: true,
                  },
                }),
          },
        }),
  };
}
