import type { WebhookEndpoint } from '@/api/webhooks'

export type Health = 'off' | 'failing' | 'well' | 'new'

/** How an endpoint fares. */
export function healthOf(endpoint: WebhookEndpoint): Health {
  if (!endpoint.enabled) return 'off'
  if (endpoint.failingSince) return 'failing'
  return endpoint.lastDeliveredAt ? 'well' : 'new'
}
