import { Problem } from '@/api/problem'
import type { Contract, Operation, Parameter } from './contract'

/** What a reader has filled in to try an operation. */
export interface Trial {
  parameters: Record<string, string>
  body: string
}

export interface TrialAnswer {
  status: number
  milliseconds: number
  headers: [string, string][]
  body: string
}

export interface DemoClient {
  id: string
  secret: string
}

/** The till of a demonstration that everybody may know. */
export const demoTill: DemoClient = { id: 'demo-menteng', secret: 'demo-menteng-secret' }

/** The partner's system of a demonstration: it has every scope that partners' systems have. */
export const demoSystem: DemoClient = { id: 'demo-online', secret: 'demo-online-secret' }

const shown = ['content-type', 'x-request-id', 'etag', 'location', 'retry-after', 'ratelimit']
const demoMember = { email: 'sari@demo.setia.example' }

/** Whether a token, or nothing, is enough to call it, and it takes nothing but JSON or a form. */
export function mayBeTried(operation: Operation): boolean {
  const readable = !operation.request || operation.request.mediaType !== 'multipart/form-data'
  return readable && (operation.open || operation.scopes.length > 0)
}

/** Something to begin with: what the contract gives as examples, with the times of now and the member of the demonstration. */
export function trialOf(contract: Contract, operation: Operation, now: Date, demo: boolean): Trial {
  return {
    parameters: Object.fromEntries(operation.parameters.map((parameter) => [keyOf(parameter), valueOf(parameter, now)])),
    body: operation.request ? bodyOf(contract, operation, now, demo) : '',
  }
}

export function keyOf(parameter: Parameter): string {
  return `${parameter.in}:${parameter.name}`
}

function valueOf(parameter: Parameter, now: Date): string {
  return parameter.name === 'Idempotency-Key' ? `try-${now.getTime().toString(36)}` : ''
}

function bodyOf(contract: Contract, operation: Operation, now: Date, demo: boolean): string {
  if (operation.request!.mediaType === 'application/x-www-form-urlencoded') {
    return demo ? `grant_type=client_credentials&client_id=${demoTill.id}&client_secret=${demoTill.secret}` : 'grant_type=client_credentials'
  }
  const own = ownSamples(now)[operation.id] ?? contract.example(operation.request!.schema)
  return JSON.stringify(demo ? withDemoMember(own) : oneOfReferences(own), null, 2)
}

/** Bodies that do something at once, where the examples of single fields do not add up to one. */
function ownSamples(now: Date): Record<string, unknown> {
  const money = (amount: number) => ({ amount: String(amount), currency: 'IDR' })
  const number = now.getTime().toString().slice(-8)
  const day = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
  const head = { channel: 'store', till: '1', receiptNumber: `T${number}`, businessDate: day, occurredAt: now.toISOString().replace(/\.\d+Z/, 'Z') }
  const member = { card: '604211893357' }
  const purchase = {
    ...head,
    member,
    lines: [
      { position: 1, sku: '8991001', name: 'Beras pandan wangi 5 kg', quantity: '1', amount: money(84_000) },
      { position: 2, sku: '8992004', name: 'Pisang cavendish 1 kg', quantity: '2', amount: money(52_000) },
    ],
    total: money(136_000),
    tenders: [{ kind: 'cash', amount: money(136_000) }],
  }
  const refund = { ...head, receiptNumber: `R${number}`, lines: [{ purchase: { businessDate: day, till: '1', receiptNumber: `T${number}` }, position: 2, quantity: '1' }] }
  return {
    postPurchase: purchase,
    quotePurchase: purchase,
    postPurchases: { purchases: [purchase, { ...purchase, receiptNumber: `U${number}` }] },
    postRefund: refund,
    postExchange: { refund, purchase: { ...purchase, receiptNumber: `X${number}` } },
    lookupMember: member,
    enrolMember: { phone: `0812${number}`, name: 'Budi Santoso', cashier: 'k-17' },
    sendSpendingCode: { member, points: 500 },
    createHold: { member, points: 500, proof: { kind: 'one_time_code', code: '123456' } },
    validateVoucher: { code: '7K2M-9QXA-4TR6-M8PD3', total: money(90_000) },
  }
}

const references = ['memberId', 'card', 'phone', 'email']

/** A member is named in one way; the contract's example of the reference shows all. */
function oneOfReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(oneOfReferences)
  if (value === null || typeof value !== 'object') return value
  const names = Object.keys(value)
  const kept = names.length > 1 && names.every((name) => references.includes(name)) ? ['card'] : names
  return Object.fromEntries(kept.filter((name) => name in value).map((name) => [name, oneOfReferences((value as Record<string, unknown>)[name])]))
}

function withDemoMember(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDemoMember)
  if (value === null || typeof value !== 'object') return value
  const names = Object.keys(value)
  if (names.length > 0 && names.every((name) => references.includes(name))) return demoMember
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withDemoMember(each)]))
}

export function urlOf(operation: Operation, base: string, trial: Trial): string {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(trial.parameters[`path:${name}`] ?? ''))
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && trial.parameters[keyOf(parameter)])
    .map((parameter) => `${encodeURIComponent(parameter.name)}=${encodeURIComponent(trial.parameters[keyOf(parameter)]!)}`)
  return `${base}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

function headersOf(operation: Operation, trial: Trial): [string, string][] {
  const own = operation.parameters
    .filter((parameter) => parameter.in === 'header' && trial.parameters[keyOf(parameter)])
    .map((parameter): [string, string] => [parameter.name, trial.parameters[keyOf(parameter)]!])
  return operation.request ? [['Content-Type', operation.request.mediaType], ...own] : own
}

/** The same as a command, with the token left as the variable that the guides use. */
export function curlOf(operation: Operation, base: string, trial: Trial): string {
  const lines = [`curl ${operation.method === 'GET' || operation.method === 'POST' ? '' : `-X ${operation.method} `}${quoted(urlOf(operation, base, trial))}`]
  if (!operation.open) lines.push('-H "Authorization: Bearer $TOKEN"')
  headersOf(operation, trial).forEach(([name, value]) => lines.push(`-H ${quoted(`${name}: ${value}`)}`))
  if (operation.request) lines.push(`-d ${quoted(trial.body)}`)
  else if (operation.method === 'POST') lines[0] = lines[0]!.replace('curl ', 'curl -X POST ')
  return lines.join(' \\\n  ')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** Sends it without the session of whoever is signed in here. */
export async function send(operation: Operation, base: string, trial: Trial, token: string, language: string): Promise<TrialAnswer> {
  const headers = new Headers(headersOf(operation, trial))
  headers.set('Accept-Language', language)
  if (!operation.open && token) headers.set('Authorization', `Bearer ${token}`)
  const began = performance.now()
  const response = await fetch(urlOf(operation, base, trial), {
    method: operation.method,
    headers,
    credentials: 'omit',
    body: operation.request ? trial.body : undefined,
  })
  const text = await response.text()
  return {
    status: response.status,
    milliseconds: Math.round(performance.now() - began),
    headers: [...response.headers].map(([name, value]): [string, string] => [name.toLowerCase(), value]).filter(([name]) => shown.includes(name)),
    body: prettyOf(text),
  }
}

function prettyOf(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** A token of a client of the demonstration. */
export async function demoToken(base: string, client: DemoClient): Promise<string> {
  const response = await fetch(`${base}/oauth/token`, {
    method: 'POST',
    credentials: 'omit',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret }),
  }).catch(() => {
    throw Problem.unreachable()
  })
  if (!response.ok) throw Problem.from(response.status, await response.json().catch(() => undefined))
  return ((await response.json()) as { access_token: string }).access_token
}
