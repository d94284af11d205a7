import { expect, it } from 'vitest'
import type { ReceiptJob } from '@/api/operations'
import { senderOf } from './sender'

const job = { apiClientId: 'cli_1', partnerId: 'par_1' } as ReceiptJob

it('a file is from a client of a partner, as far as they are known', () => {
  expect(senderOf(job, [{ apiClientId: 'cli_1', name: 'Kasir pusat' } as never], [{ partnerId: 'par_1', name: 'Kopi Senja' } as never])).toBe('Kasir pusat, Kopi Senja')
  expect(senderOf(job, undefined, [{ partnerId: 'par_1', name: 'Kopi Senja' } as never])).toBe('Kopi Senja')
  expect(senderOf(job)).toBe('')
})
