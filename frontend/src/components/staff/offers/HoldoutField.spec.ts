import { expect, it } from 'vitest'
import { render } from '@/test/render'
import HoldoutField from './HoldoutField.vue'

const words = (percent: string, members?: number) => render(HoldoutField, { props: { modelValue: percent, members } }).text()

it('says in members what a share means, and when it is too few', () => {
  expect(words('10', 1204)).toContain('Sekitar 120 dari 1.204')
  expect(words('5', 200)).toContain('terlalu sedikit untuk dibandingkan')
  expect(words('0', 200)).toContain('Semua anggota yang dituju mendapatnya.')
})

it('keeps a share that is not among those it proposes', () => {
  const field = render(HoldoutField, { props: { modelValue: '15' } })
  expect((field.find('select').element as HTMLSelectElement).value).toBe('15')
})
