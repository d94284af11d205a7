/** What criteria can name. */
export interface CriterionChoices {
  categories: string[]
  stores: { storeId: string; name: string }[]
  lists: { audienceId: string; name: string }[]
}
