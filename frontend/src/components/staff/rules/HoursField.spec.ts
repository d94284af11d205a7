import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import type { Hours } from '@/api/rules'
import { render } from '@/test/render'
import { button, words } from '@/test/within'
import HoursField from './HoursField.vue'

function shown(begun: Hours[], refusals: Record<string, string> = {}) {
  const spans = ref(begun)
  return { spans, hours: render(defineComponent(() => () => h(HoursField, { modelValue: spans.value, 'onUpdate:modelValue': (now: Hours[]) => (spans.value = now), refused: (place: string) => Object.entries(refusals).find(([at]) => at.startsWith(place))?.[1] }))) }
}

it('takes several spans, and says where one goes on after midnight', async () => {
  const { spans, hours } = shown([{ from: '', until: '' }])
  await hours.get('input[aria-label="Mulai jam, rentang 1"]').setValue('07:00')
  await hours.get('input[aria-label="Sampai jam, rentang 1"]').setValue('09:00')
  expect(words(hours)).not.toContain('keesokan harinya')
  await button(hours, 'Tambah jam').trigger('click')
  await flushPromises()
  const second = hours.findAll('li')[1]!
  expect(document.activeElement).toBe(second.findAll('input')[0]!.element)
  await second.findAll('input')[0]!.setValue('22:00')
  await second.findAll('input')[1]!.setValue('02:00')
  expect(spans.value).toEqual([{ from: '07:00', until: '09:00' }, { from: '22:00', until: '02:00' }])
  expect(words(second)).toContain('keesokan harinya')
  await button(hours, 'Hapus jam 07:00 sampai 09:00').trigger('click')
  expect(spans.value).toEqual([{ from: '22:00', until: '02:00' }])
  expect(hours.findAll('button').map(words)).toEqual(['Tambah jam'])
})

it('says what is refused at its span, and takes no more than there may be', async () => {
  const { hours } = shown([{ from: '07:00', until: '09:00' }, { from: '10:00', until: '10:00' }], { '/1/until': 'Jamnya sama.' })
  const [first, second] = hours.findAll('li')
  expect([first!.find('[role=alert]').exists(), second!.get('[role=alert]').text()]).toEqual([false, 'Jamnya sama.'])
  expect(second!.findAll('input').map((input) => input.attributes('aria-invalid'))).toEqual(['false', 'true'])
  expect(shown(Array.from({ length: 12 }, () => ({ from: '07:00', until: '09:00' }))).hours.findAll('button').map(words)).not.toContain('Tambah jam')
})
