import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { render } from '@/test/render'
import { button, field, words } from '@/test/within'
import CapLines from './CapLines.vue'
import type { CapDraft } from './limits'

function shown(begun: CapDraft[], refusals: Record<string, string> = {}) {
  const caps = ref(begun)
  return { caps, lines: render(defineComponent(() => () => h(CapLines, { modelValue: caps.value, 'onUpdate:modelValue': (now: CapDraft[]) => (caps.value = now), refused: (place: string) => refusals[place] }))) }
}

it('takes limits of several periods, each its own, and takes one away by its name', async () => {
  const { caps, lines } = shown([])
  await button(lines, 'Tambah batas tiap anggota').trigger('click')
  await flushPromises()
  expect(document.activeElement).toBe(field(lines, 'Paling banyak, batas 1').element)
  await field(lines, 'Paling banyak, batas 1').setValue('1')
  await field(lines, 'Poin atau kali, batas 1').setValue('times')
  await field(lines, 'Selama, batas 1').setValue('month')
  await button(lines, 'Tambah batas tiap anggota').trigger('click')
  expect(caps.value).toEqual([{ period: 'month', unit: 'times', most: '1' }, { period: 'day', unit: 'points', most: '' }])
  await button(lines, 'Hapus batas: kali sebulan').trigger('click')
  expect(caps.value).toEqual([{ period: 'day', unit: 'points', most: '' }])
})

it('says what is refused at its line', () => {
  const { lines } = shown([{ period: 'day', unit: 'points', most: '5' }, { period: 'day', unit: 'points', most: '9' }], { '/1': 'Batas ini sudah ada.' })
  const [first, second] = lines.findAll('li')
  expect([first!.find('[role=alert]').exists(), words(second!.get('[role=alert]'))]).toEqual([false, 'Batas ini sudah ada.'])
  expect(second!.get('input').attributes('aria-invalid')).toBe('true')
})
