import type { Redemption } from '@/api/rewards'

/** Whether there is still something to get from it. */
export function isOpen(redemption: Redemption): boolean {
  if (redemption.state === 'cancelled') return false
  if (redemption.voucher) return ['issued', 'revealed'].includes(redemption.voucher.state)
  return redemption.order ? !['delivered', 'cancelled'].includes(redemption.order.state) : redemption.state === 'reserved'
}

/** The key of the words for how it stands. */
export function stateOf(redemption: Redemption): string {
  if (redemption.state === 'cancelled') return 'vouchers.state.cancelled'
  if (redemption.voucher) return `vouchers.state.${redemption.voucher.state}`
  if (redemption.order) return `vouchers.order.${redemption.order.state}`
  return redemption.state === 'reserved' ? 'vouchers.reserved' : 'vouchers.donated'
}
