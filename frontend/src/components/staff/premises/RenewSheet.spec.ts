import { expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { field } from '@/test/within'
import { render } from '@/test/render'
import RenewSheet from './RenewSheet.vue'

async function opened(props: { busy?: boolean; problem?: Problem } = {}) {
  const sheet = render(RenewSheet, { props: { open: true, busy: false, ...props } })
  await sheet.vm.$nextTick()
  return sheet
}

it('lets the old secret go on for a day, or for as long as is chosen', async () => {
  const sheet = await opened()
  const still = field(sheet, 'Rahasia lama masih berlaku')
  expect(sheet.findAll('option').map((option) => option.text())).toEqual(['Tidak, berakhir sekarang', '1 jam', '24 jam', '72 jam', '168 jam'])

  await sheet.get('form').trigger('submit')
  await still.setValue('0')
  await sheet.get('form').trigger('submit')
  expect(sheet.emitted('renew')).toEqual([[24], [0]])
})

it('shows that it is under way, and what went wrong', async () => {
  const sheet = await opened({ busy: true, problem: new Problem(409, 'secrets_full', 'Rahasia penuh', 'Akhiri satu dahulu.', 'req_1') })

  expect(sheet.get('button[type=submit]').attributes('aria-busy')).toBe('true')
  expect(sheet.get('[role=alert]').text()).toContain('Akhiri satu dahulu.')
})
