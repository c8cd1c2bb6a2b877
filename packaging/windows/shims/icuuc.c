/* Stands in for the ICU that Windows 10 has and Wine 8 has not, so that Qt6Core loads.
   Every call says "no such converter"; Qt then uses its own codecs. Never shipped. */
#define FAILS(name) \
    __declspec(dllexport) void *name(void) { return 0; }
#define REFUSES(name) \
    __declspec(dllexport) void *name(const void *a, int *error) \
    { (void)a; *error = 4; return 0; }

REFUSES(ucnv_open)
FAILS(ucnv_close)
FAILS(ucnv_reset)
FAILS(ucnv_getName)
FAILS(ucnv_getStandardName)
FAILS(ucnv_getAvailableName)
FAILS(ucnv_countAvailable)
FAILS(ucnv_getMaxCharSize)
FAILS(ucnv_getToUCallBack)
FAILS(ucnv_getFromUCallBack)
FAILS(ucnv_setToUCallBack)
FAILS(ucnv_setFromUCallBack)
FAILS(ucnv_cbToUWriteUChars)
FAILS(ucnv_cbFromUWriteUChars)
FAILS(ucnv_toUnicode)
FAILS(ucnv_fromUnicode)
FAILS(ucnv_toUCountPending)
FAILS(ucnv_fromUCountPending)
FAILS(UCNV_TO_U_CALLBACK_SUBSTITUTE)
FAILS(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
