import { expect, it } from 'vitest'
import { field } from '@/test/within'
import { render } from '@/test/render'
import ScopeFields from './ScopeFields.vue'

const offered = (till: boolean) => render(ScopeFields, { props: { till, modelValue: [] } }).findAll('code').map((scope) => scope.text())

it('offers a till nothing that concerns the whole program', () => {
  expect(offered(true)).toContain('purchases:write')
  expect(offered(true)).not.toContain('ledger:read')
  expect(offered(false)).toContain('ledger:read')
})

it('says in words what each allows, and takes it', async () => {
  const scopes = render(ScopeFields, { props: { till: true, modelValue: ['purchases:write'] } })
  expect(field(scopes, 'Mengirim pembelian').element.checked).toBe(true)

  await field(scopes, 'Mengirim retur').setValue(true)
  expect(scopes.emitted('update:modelValue')!.at(-1)).toEqual([['purchases:write', 'refunds:write']])
})

it('a refusal belongs to the choices it is about', () => {
  const scopes = render(ScopeFields, { props: { till: false, modelValue: [], refusal: 'Pilih setidaknya satu.' } })

  const alert = scopes.get('[role=alert]')
  expect(alert.text()).toBe('Pilih setidaknya satu.')
  expect(scopes.get('fieldset').attributes('aria-describedby')).toBe(alert.attributes('id'))
  expect(scopes.get('input').attributes('aria-invalid')).toBe('true')
})
