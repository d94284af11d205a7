import type { ReceiptJob } from '@/api/operations'
import type { ApiClientResponse, PartnerResponse } from '@/api/setup'

/** Who sent a file, as people know them: the client, and its partner. */
export function senderOf(job: ReceiptJob, clients: ApiClientResponse[] = [], partners: PartnerResponse[] = []): string {
  const client = clients.find(({ apiClientId }) => apiClientId === job.apiClientId)?.name
  const partner = partners.find(({ partnerId }) => partnerId === job.partnerId)?.name
  return [client, partner].filter(Boolean).join(', ')
}
