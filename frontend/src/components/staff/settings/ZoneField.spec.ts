import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { described, field } from '@/test/within'
import ZoneField from './ZoneField.vue'

it('offers the zones of Indonesia first, and each other one once', async () => {
  const zone = render(ZoneField, { props: { modelValue: 'Asia/Jakarta', label: 'Zona waktu', refusal: 'Zona ini tidak ada.' } })
  const select = field<HTMLSelectElement>(zone, 'Zona waktu')
  const names = select.findAll('option').map((option) => option.text())
  expect(names.slice(0, 3)).toEqual(['WIB (Jakarta)', 'WITA (Makassar)', 'WIT (Jayapura)'])
  expect(zone.get('optgroup').attributes('label')).toBe('Zona waktu lain')
  expect(select.findAll('option').filter((option) => option.attributes('value') === 'Asia/Jakarta')).toHaveLength(1)
  expect(described(select)).toBe('Zona ini tidak ada.')
  await select.setValue('Europe/Berlin')
  expect(zone.emitted('update:modelValue')).toEqual([['Europe/Berlin']])
})

it('keeps a zone this browser does not know', () => {
  const select = field<HTMLSelectElement>(render(ZoneField, { props: { modelValue: 'Mars/Olympus', label: 'Zona waktu' } }), 'Zona waktu')
  expect(select.element.value).toBe('Mars/Olympus')
})
