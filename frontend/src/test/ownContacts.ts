import type { ContactListResponse, SentCodeResponse } from '@/api/types'

/** What a member's account knows of how to reach them: a phone and an e-mail, both proven. */
export const ownContacts: ContactListResponse = {
  items: [
    { kind: 'phone', value: '+6281234567890', since: '2026-01-05T02:00:00Z', provenAt: '2026-01-05T02:01:00Z' },
    { kind: 'email', value: 'sari@contoh.id', since: '2026-01-05T02:00:00Z', provenAt: '2026-01-05T02:03:00Z' },
  ],
  waiting: [],
  hasPassword: true,
}

export const sentCode: SentCodeResponse = { codeId: 'cod_1', channel: 'email', contact: 's•••@contoh.id', expiresAt: '2026-11-22T05:40:00Z' }
