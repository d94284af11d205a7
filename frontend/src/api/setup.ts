import { answerOf, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type PartnerResponse = Schemas['PartnerResponse']
export type StoreResponse = Schemas['StoreResponse']
export type PairingCode = Schemas['PairingCodeResponse']
export type TerminalResponse = Schemas['TerminalResponse']
export type ApiClientResponse = Schemas['ApiClientResponse']
export type IssuedClientResponse = Schemas['IssuedClientResponse']
export type ProductResponse = Schemas['ProductResponse']
export type CategoryResponse = Schemas['CategoryResponse']
export type ProductImportResponse = Schemas['ProductImportResponse']
export type DocumentResponse = Schemas['DocumentResponse']
export type ProgramLookResponse = Schemas['ProgramLookResponse']
export type ProgramSettings = Schemas['ProgramSettingsResponse']
export type DocumentKind = 'terms' | 'privacy'

/** What was read, and the version a change of it must name. */
export interface Versioned<T> {
  data: T
  version: string
}

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

export async function versioned<T>(call: Promise<Answer<T>>): Promise<Versioned<T>> {
  let version = ''
  const data = await answerOf(
    call.then((answer) => {
      version = answer.response.headers.get('ETag') ?? ''
      return answer
    }),
  )
  return { data, version }
}

/** The header that names the version a change is made from. */
export const from = (version: string) => ({ 'If-Match': version })

/** A body with a file in it, as forms send it. */
export function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

export const setupStepsQuery = {
  key: ['setup-steps'],
  query: () => answerOf(client.GET('/setup-steps')),
}

export const programSettingsQuery = {
  key: ['settings', 'program'],
  query: () => versioned(client.GET('/settings/program')),
  staleTime: 0,
}

export const lookQuery = {
  key: ['settings', 'look'],
  query: () => versioned(client.GET('/settings/look')),
  staleTime: 0,
}

export const contactQuery = {
  key: ['settings', 'contact'],
  query: () => versioned(client.GET('/settings/contact')),
  staleTime: 0,
}

export const joiningQuery = {
  key: ['settings', 'joining'],
  query: () => versioned(client.GET('/settings/joining')),
  staleTime: 0,
}

export const documentQuery = (kind: DocumentKind, version?: string) => ({
  key: ['documents', kind, version ?? 'in-force'],
  query: () =>
    answerOf(
      version
        ? client.GET('/documents/{kind}/versions/{version}', { params: { path: { kind, version } } })
        : client.GET('/documents/{kind}', { params: { path: { kind } } }),
    ),
})

export const partnersQuery = {
  key: ['partners'],
  query: () => answerOf(client.GET('/partners')),
}

export const allStoresQuery = {
  key: ['stores', 'all'],
  query: () => answerOf(client.GET('/stores', { params: { query: { closed: true } } })),
}

export const storeQuery = (storeId: string) => ({
  key: ['stores', storeId],
  query: () => versioned(client.GET('/stores/{storeId}', { params: { path: { storeId } } })),
})

export const terminalsQuery = (storeId: string) => ({
  key: ['stores', storeId, 'terminals'],
  query: () => answerOf(client.GET('/stores/{storeId}/terminals', { params: { path: { storeId } } })),
})

export const apiClientsQuery = {
  key: ['api-clients'],
  query: () => answerOf(client.GET('/api-clients')),
}

export const apiClientQuery = (apiClientId: string) => ({
  key: ['api-clients', apiClientId],
  query: () => versioned(client.GET('/api-clients/{apiClientId}', { params: { path: { apiClientId } } })),
})

export const categoriesQuery = (partnerId: string | undefined) => ({
  key: ['products', 'categories', partnerId ?? ''],
  query: () => answerOf(client.GET('/products/categories', { params: { query: { partnerId } } })),
})

export const productImportsQuery = {
  key: ['product-imports'],
  query: () => answerOf(client.GET('/product-imports')),
}
