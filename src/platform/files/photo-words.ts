/** Said where photos are refused. */
export const photosRefused = '手机没有让用照片。照片可以不放，写好的都在；想放的话，过一会儿再点一次，选“同意”。'
