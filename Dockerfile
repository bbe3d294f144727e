# syntax=docker/dockerfile:1
# The HTTP service. Build: docker build -t summarize .      Run: see docs/deploy.md
ARG PYTHON=3.11

FROM python:${PYTHON}-slim AS build
# The CPU build of torch: PyPI's own brings several GB of GPU libraries.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/summarize
WORKDIR /build
# The dependencies first and alone: a change of the code leaves this layer, the large one, as it is.
COPY pyproject.toml constraints.txt README.md LICENSE ./
RUN mkdir summarize api && touch summarize/__init__.py api/__init__.py \
    && /opt/summarize/bin/pip install -c constraints.txt --extra-index-url "${TORCH_INDEX}" '.[api]' \
    && /opt/summarize/bin/pip uninstall -y summarize && rm -r build *.egg-info
COPY summarize summarize
COPY api api
RUN /opt/summarize/bin/pip install --no-deps .
# Compiled and checked here, so that nothing is compiled, written or downloaded when it runs.
ENV SUMMARIZE_CACHE_DIR=/opt/summarize/models
RUN /opt/summarize/bin/python -W error::RuntimeWarning -c \
    "from summarize.models import compile_model; from summarize.relations import load_relations; \
from summarize.quotability import load_quotability; \
print(compile_model()); assert load_relations(print) and load_quotability(print)"

FROM python:${PYTHON}-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin summarize
COPY --from=build /opt/summarize /opt/summarize
ENV PATH=/opt/summarize/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    SUMMARIZE_CACHE_DIR=/opt/summarize/models \
    SUMMARIZE_API_HOST=0.0.0.0 \
    SUMMARIZE_API_PORT=8000
USER 10001
WORKDIR /tmp
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s --retries=3 CMD ["summarize-api", "health"]
CMD ["summarize-api"]
