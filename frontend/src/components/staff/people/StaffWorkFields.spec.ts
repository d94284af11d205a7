import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { field } from '@/test/within'
import { render, serve } from '@/test/render'
import { storesOf } from '@/test/staffPerson'
import StaffWorkFields from './StaffWorkFields.vue'

async function open(props: Record<string, unknown> = {}, names = ['Kemang', 'Losari']) {
  serve({ 'GET /stores': { body: storesOf(...names) } })
  const work = render(StaffWorkFields, { props: { roles: ['store_manager'], stores: [], ...props } })
  await flushPromises()
  return work
}
const told = (work: ReturnType<typeof render>, at: number) => document.getElementById(work.findAll('fieldset')[at]!.attributes('aria-describedby')!)?.textContent?.trim()

it('asks for stores only of who manages some', async () => {
  const work = await open({ roles: ['marketer'] })
  expect(work.findAll('legend').map((legend) => legend.text())).toEqual(['Peran'])

  await field(work, 'Pengelola toko').setValue(true)
  expect(work.emitted('update:roles')).toEqual([[['marketer', 'store_manager']]])
  await work.setProps({ roles: ['marketer', 'store_manager'] })
  expect(work.findAll('legend').map((legend) => legend.text())).toEqual(['Peran', 'Toko yang dikelola'])
  await field(work, 'Losari').setValue(true)
  expect(work.emitted('update:stores')).toEqual([[['sto_2']]])
})

it('many stores are searched; one that is chosen stays in sight', async () => {
  const work = await open({ stores: ['sto_1'] }, ['Kemang', 'Losari', 'Sanur', 'Braga', 'Simpang', 'Malioboro', 'Tunjungan', 'Dago', 'Ampera'])
  const shown = () => work.findAll('fieldset')[1]!.findAll('label').map((label) => label.text())
  expect(shown()).toHaveLength(9)

  await work.get('input[aria-label="Cari toko"]').setValue(' DAGO ')
  expect(shown()).toEqual(['Kemang', 'Dago'])
})

it('what is refused is told at the group it is about', async () => {
  const work = await open({ rolesRefusal: 'Pilih setidaknya satu peran.', storesRefusal: 'Pilih tokonya.' })

  expect([told(work, 0), told(work, 1)]).toEqual(['Pilih setidaknya satu peran.', 'Pilih tokonya.'])
  expect(field(work, 'Kemang').attributes('aria-invalid')).toBe('true')
})

it('is only read by who may not change it', async () => {
  const work = await open({ disabled: true })

  expect(work.findAll('fieldset').map((group) => group.attributes('disabled'))).toEqual(['', ''])
})
