import { answerOf, client } from './client'
import type { components } from './schema'
import { versioned } from './setup'

type Schemas = components['schemas']

export type WebhookEndpoint = Schemas['WebhookEndpointResponse']
export type WebhookDelivery = Schemas['WebhookDeliveryResponse']
export type WebhookAttempt = WebhookDelivery['attempts'][number]
export type DeliveryState = WebhookDelivery['state']
export type EventType = Schemas['EventTypeResponse']

/** An endpoint as somebody writes it. */
export interface EndpointDraft {
  partnerId: string
  url: string
  description: string
  types: string[]
}

export const webhooksQuery = {
  key: ['webhooks'],
  query: () => answerOf(client.GET('/webhook-endpoints')),
}

export const webhookQuery = (webhookEndpointId: string) => ({
  key: ['webhooks', webhookEndpointId],
  query: () => versioned(client.GET('/webhook-endpoints/{webhookEndpointId}', { params: { path: { webhookEndpointId } } })),
})

export const eventTypesQuery = {
  key: ['event-types'],
  query: () => answerOf(client.GET('/event-types')),
  staleTime: 10 * 60_000,
}

export function deliveryPage(webhookEndpointId: string, filter: { state: string; type: string }, cursor?: string) {
  const query = { state: (filter.state || undefined) as DeliveryState | undefined, type: filter.type || undefined, limit: 20, cursor }
  return answerOf(client.GET('/webhook-endpoints/{webhookEndpointId}/deliveries', { params: { path: { webhookEndpointId }, query } }))
}

export const deliveryQuery = (webhookEndpointId: string, webhookDeliveryId: string) => ({
  key: ['webhooks', webhookEndpointId, 'deliveries', webhookDeliveryId],
  query: () => answerOf(client.GET('/webhook-endpoints/{webhookEndpointId}/deliveries/{webhookDeliveryId}', { params: { path: { webhookEndpointId, webhookDeliveryId } } })),
})
