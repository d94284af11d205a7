import { flushPromises, type VueWrapper } from '@vue/test-utils'
import ConflictSheet from '@/components/staff/conflict/ConflictSheet.vue'
import SheetDialog from '@/components/SheetDialog.vue'
import type { Side } from '@/composables/conflict'

/** The sheet that shows what two people made of the same thing. */
export const conflictIn = (form: VueWrapper) => form.getComponent(ConflictSheet).getComponent(SheetDialog)

/** Takes one side of everything, and saves it so. */
export async function settle(form: VueWrapper, side: Side) {
  for (const choice of conflictIn(form).findAll(`input[value=${side}]`)) await choice.setValue()
  await conflictIn(form).get('form').trigger('submit')
  await flushPromises()
}
